import type { Instant, LocalDate, Policy } from '#kernel';
import type { AccidentKind, PlaceKind, WorkedFor } from '../accident.events.js';
import type { Segment } from '#law';
import { momentOf } from '../deadlines.js';
import { accidentRefusals } from '../refusals.js';

/** What the decision needs from the participant's streams. */
export interface VictimFacts {
  /** PU: a wage earner who does not work for himself as well. */
  readonly segment?: Segment;
  /** Worked for an employer on the day of the accident. */
  readonly isEmployed?: boolean;
  /** When the victim had died by what is registered. */
  readonly diedOn?: LocalDate;
}

/** What the rules about a notice look at. */
export interface NoticeGrounds extends VictimFacts {
  readonly kind: AccidentKind;
  readonly placeKind: PlaceKind;
  readonly occurredOn: LocalDate;
  readonly occurredAt: string;
  readonly workedFor?: WorkedFor;
  readonly now: Instant;
}

const notOfAWageEarner: Policy<NoticeGrounds> = {
  name: 'not-of-a-wage-earner',
  check: ({ segment, workedFor }) =>
    segment === 'PU' || workedFor === 'EMPLOYER' ? accidentRefusals.ACCIDENT_OF_WAGE_EARNER() : undefined,
};

/** Which of two memberships pays follows from the work at which it happened; nobody guesses it. */
const namesItsWork: Policy<NoticeGrounds> = {
  name: 'names-its-work',
  check: ({ isEmployed, workedFor }) =>
    isEmployed && workedFor === undefined ? accidentRefusals.WORKED_FOR_MISSING() : undefined,
};

const happenedAlready: Policy<NoticeGrounds> = {
  name: 'happened-already',
  check: (notice) =>
    momentOf(notice) > notice.now ? accidentRefusals.ACCIDENT_IN_FUTURE(notice) : undefined,
};

const toTheLiving: Policy<NoticeGrounds> = {
  name: 'to-the-living',
  check: ({ occurredOn, diedOn }) =>
    diedOn !== undefined && occurredOn > diedOn
      ? accidentRefusals.ACCIDENT_AFTER_DEATH({ diedOn })
      : undefined,
};

const commutesAreOnTheRoad: Policy<NoticeGrounds> = {
  name: 'commutes-are-on-the-road',
  check: ({ kind, placeKind }) =>
    kind === 'COMMUTE' && placeKind === 'INSIDE_WORK_SITE'
      ? accidentRefusals.PLACE_CONTRADICTS_KIND()
      : undefined,
};

/** In this order; the first refusal wins. */
export const NOTICE_POLICIES: readonly Policy<NoticeGrounds>[] = [
  notOfAWageEarner,
  namesItsWork,
  happenedAlready,
  toTheLiving,
  commutesAreOnTheRoad,
];
