import { type LocalDate, localDate } from '#kernel';

/** Stands for what was said before under the same name, of those who play. */
export const SAID = Symbol('as it was said before');

/** Stands for what was said before under another name. */
export class SaidAs {
  constructor(readonly name: string) {}
}

/** What an act says on purpose, by the names of fields; `undefined` leaves one out. The rest is left to chance. */
export type Saying = Readonly<Record<string, unknown>>;

/** One request of a plot: tried until it is accepted or nobody believes in it any more. */
export interface Act {
  /** `ERASED` is no route: the person's keys are destroyed. */
  readonly route: string;
  readonly saying: (today: LocalDate) => Saying;
  /** Processes see nothing more until the next act. */
  readonly unseen?: boolean;
  /** There may be nothing to do: nobody insists. */
  readonly once?: boolean;
  /** So many days pass before it. */
  readonly afterDays?: number;
}

export const act = (route: string, saying: Saying | Act['saying'] = {}): Act => ({
  route,
  saying: isSpoken(saying) ? saying : () => saying,
});

/** The same when so many days have passed. */
export const later = (days: number, one: Act): Act => ({ ...one, afterDays: days });

function isSpoken(saying: Saying | Act['saying']): saying is Act['saying'] {
  return typeof saying === 'function';
}

export const yearOf = (today: LocalDate): number => Number(today.slice(0, 4));

/** Of a year that is over for long. */
export const firstOfAYear = (today: LocalDate): LocalDate => localDate(`${yearOf(today) - 2}-01-01`);

/** What a participant's story may come to in between. */
export const ERASED = 'erased';
