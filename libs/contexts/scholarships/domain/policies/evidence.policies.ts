import type { LocalDate, Policy } from '#kernel';
import { scholarshipRefusals } from '../refusals.js';
import { type Ended, type Entitled, yearOf } from '../scholarship.js';

/** What the rules for evidence look at. */
export interface EvidenceGrounds {
  readonly scholarship: Entitled | Ended;
  readonly year: number;
  readonly documents: number;
  readonly today: LocalDate;
}

const calendarYear = (date: LocalDate) => Number(date.slice(0, 4));

const yearHasBegun: Policy<EvidenceGrounds> = {
  name: 'year-has-begun',
  check: ({ year, today }) => {
    const thisYear = calendarYear(today);
    return year > thisYear ? scholarshipRefusals.YEAR_NOT_BEGUN({ thisYear }) : undefined;
  },
};

/** Back years are payable when the child did study (convention Q-10), but none before the right began. */
const notBeforeTheEvent: Policy<EvidenceGrounds> = {
  name: 'not-before-the-event',
  check: ({ year, scholarship: { eventDate } }) => {
    const firstYear = calendarYear(eventDate);
    return year < firstYear ? scholarshipRefusals.YEAR_BEFORE_EVENT({ firstYear }) : undefined;
  },
};

const yearIsOpen: Policy<EvidenceGrounds> = {
  name: 'year-is-open',
  check: ({ scholarship, year }) =>
    yearOf(scholarship, year)?.situation === 'APPROVED'
      ? scholarshipRefusals.YEAR_ALREADY_APPROVED({ year })
      : undefined,
};

const somethingIsShown: Policy<EvidenceGrounds> = {
  name: 'something-is-shown',
  check: ({ documents }) => (documents === 0 ? scholarshipRefusals.EVIDENCE_MISSING() : undefined),
};

/** In this order; the first refusal wins. */
export const EVIDENCE_POLICIES: readonly Policy<EvidenceGrounds>[] = [
  yearHasBegun,
  notBeforeTheEvent,
  yearIsOpen,
  somethingIsShown,
];
