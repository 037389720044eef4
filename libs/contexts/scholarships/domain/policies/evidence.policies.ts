import type { LocalDate, Policy } from '#kernel';
import { type Entitled, yearOf } from '../scholarship.js';

/** What the rules for evidence look at. */
export interface EvidenceFacts {
  readonly scholarship: Entitled;
  readonly year: number;
  readonly documents: number;
  readonly today: LocalDate;
}

const calendarYear = (date: LocalDate) => Number(date.slice(0, 4));

const yearHasBegun: Policy<EvidenceFacts> = {
  name: 'year-has-begun',
  check: ({ year, today }) =>
    year > calendarYear(today)
      ? { code: 'YEAR_NOT_BEGUN', detail: `Evidence is taken for years up to ${calendarYear(today)}` }
      : undefined,
};

/** Back years are payable when the child did study (convention Q-10), but none before the right began. */
const notBeforeTheEvent: Policy<EvidenceFacts> = {
  name: 'not-before-the-event',
  check: ({ year, scholarship: { eventDate } }) =>
    year < calendarYear(eventDate)
      ? { code: 'YEAR_BEFORE_EVENT', detail: `The right begins with the year ${calendarYear(eventDate)}` }
      : undefined,
};

const yearIsOpen: Policy<EvidenceFacts> = {
  name: 'year-is-open',
  check: ({ scholarship, year }) =>
    yearOf(scholarship, year)?.situation === 'APPROVED'
      ? { code: 'YEAR_ALREADY_APPROVED', detail: `The year ${year} was approved already` }
      : undefined,
};

const somethingIsShown: Policy<EvidenceFacts> = {
  name: 'something-is-shown',
  check: ({ documents }) =>
    documents === 0
      ? { code: 'EVIDENCE_MISSING', detail: 'At least one document has to be handed in' }
      : undefined,
};

/** In this order; the first refusal wins. */
export const EVIDENCE_POLICIES: readonly Policy<EvidenceFacts>[] = [
  yearHasBegun,
  notBeforeTheEvent,
  yearIsOpen,
  somethingIsShown,
];
