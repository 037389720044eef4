import { type EventOf, type LocalDate, addDays } from '#kernel';
import type { ReturnReason } from './money-back.events.js';
import type { PayoutEvent, StoodStill } from './payout.events.js';
import { type Stopped, stoppedDays } from './stopped-days.js';

/** When a payment stood still for its payee, by what its own stream tells. */
export interface StandsStill {
  /** Since when it does for an account that was wrong. */
  readonly stoppedSince?: LocalDate;
  /** Since when the participant who is paid is thought dead: nobody may be paid. */
  readonly diedOn?: LocalDate;
  /** When it did before, each until another account was confirmed or the participant lived after all; also what it was made in place of. */
  readonly stopped: readonly StoodStill[];
}

export const NEVER_STOOD_STILL: StandsStill = { stopped: [] };

/** What a payee answers for: days until another account is confirmed are not the office's. What only the bank refused is not among them. */
const OF_PAYEE: readonly ReturnReason[] = ['ACCOUNT_CLOSED', 'ACCOUNT_UNKNOWN', 'NAME_MISMATCH'];

type After<Type extends PayoutEvent['type']> = (
  still: StandsStill,
  data: EventOf<PayoutEvent, Type>['data'],
) => StandsStill;

/** What is known of it after each of the events by which it stands still, or does no more. */
export const STILL_AFTER: {
  readonly [Type in 'PayoutReturned' | 'PayoutAccountConfirmed' | 'PayeeDied' | 'PayeeLives']: After<Type>;
} = {
  // Whoever records it late could hide how late the office is: until then nobody asked the payee for anything.
  PayoutReturned: (still, { reason, returnedOn, recordedOn = returnedOn }) =>
    OF_PAYEE.includes(reason) ? { ...still, stoppedSince: recordedOn } : still,
  PayoutAccountConfirmed: ({ stoppedSince, stopped, ...still }, { effectiveOn }) => ({
    ...still,
    stopped: [...stopped, ...since(stoppedSince, effectiveOn)],
  }),
  PayeeDied: (still, { effectiveOn }) => ({ ...still, diedOn: effectiveOn }),
  PayeeLives: ({ diedOn, stopped, ...still }, { effectiveOn }) => ({
    ...still,
    stopped: [...stopped, ...since(diedOn, effectiveOn)],
  }),
};

const since = (from: LocalDate | undefined, to: LocalDate): readonly StoodStill[] =>
  from === undefined ? [] : [{ from, to }];

const open = (from: LocalDate | undefined): readonly Stopped[] => (from === undefined ? [] : [{ from }]);

/** When it stood still, and where it does since when. */
export const stretchesOf = ({ stopped, stoppedSince, diedOn }: StandsStill): readonly Stopped[] => [
  ...stopped,
  ...open(stoppedSince),
  ...open(diedOn),
];

/** When it did, up to a day. */
export const stoodStillUntil = (still: StandsStill, to: LocalDate): readonly StoodStill[] =>
  stretchesOf(still).map((one) => ({ to, ...one }));

/** Until when something is in time. */
export interface InTime {
  readonly until: LocalDate;
  /** Since when it stands still, and was not late by then: as long as it does it is late for nobody. */
  readonly stillSince?: LocalDate;
  /** Since when no day is late any more, because it stands still or is over. */
  readonly costsUntil?: LocalDate;
}

/**
 * Until when something is in time that was to be by a day, without those on which it stood still. Days between then and a later one are as
 * many as it is late on that, unless it stands still.
 * @param endedOn when it came to its end, where it has
 */
export function inTime(day: LocalDate, stretches: readonly Stopped[], endedOn?: LocalDate): InTime {
  const stillSince = first(stretches.flatMap(({ from, to }) => (to === undefined ? [from] : [])));
  const costsUntil = first([stillSince, endedOn].filter((one) => one !== undefined));
  const over = stretches.filter(({ to }) => to !== undefined);
  const last = over.map(({ to = day }) => to).reduce((one, other) => (one > other ? one : other), day);
  const until = addDays(day, stoppedDays(over, day, costsUntil ?? last));
  return {
    until,
    ...(stillSince !== undefined && until >= stillSince && { stillSince }),
    ...(costsUntil !== undefined && { costsUntil }),
  };
}

const first = (days: readonly LocalDate[]): LocalDate | undefined =>
  days.reduce<LocalDate | undefined>(
    (one, other) => (one === undefined || other < one ? other : one),
    undefined,
  );
