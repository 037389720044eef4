import type { LocalDate, Policy } from '#kernel';
import { type Registered, lastDayOf } from '../employer.js';
import { employerRefusals } from '../refusals.js';

/** What the rules of an entry about an employer look at. */
export interface EntryGrounds {
  readonly employer: Registered;
  readonly from: LocalDate;
  readonly today: LocalDate;
}

const notInTheFuture: Policy<EntryGrounds> = {
  name: 'not-in-the-future',
  check: ({ from, today }) => (from > today ? employerRefusals.TAKES_EFFECT_IN_FUTURE({ today }) : undefined),
};

const notBeforeTheStart: Policy<EntryGrounds> = {
  name: 'not-before-the-start',
  check: ({ employer: { startedOn }, from }) =>
    from < startedOn ? employerRefusals.BEFORE_EMPLOYER_STARTED({ startedOn }) : undefined,
};

const notAfterTheEnd: Policy<EntryGrounds> = {
  name: 'not-after-the-end',
  check({ employer, from }) {
    const lastDay = lastDayOf(employer);
    return lastDay !== undefined && from > lastDay
      ? employerRefusals.EMPLOYER_CLOSED({ lastDay })
      : undefined;
  },
};

/** In this order; the first refusal wins. */
export const ENTRY_POLICIES: readonly Policy<EntryGrounds>[] = [
  notInTheFuture,
  notBeforeTheStart,
  notAfterTheEnd,
];
