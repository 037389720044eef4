import { type Expecting, type LocalDate, localDate, noMore, steps } from '#kernel';
import type { ScholarshipEvent } from './scholarship.events.js';
import { scholarships } from './scholarship.js';

interface EvidenceSteps extends Expecting {
  /** The first calendar year of which nobody has shown anything. */
  readonly year?: number;
  /** Later ones of which somebody has. */
  readonly shown?: readonly number[];
}

/** Evidence of a year is asked for from July on, and is in time until its end (part 2, 5.4). */
const askedFor = (state: EvidenceSteps, year: number, since: LocalDate): EvidenceSteps => ({
  ...state,
  year,
  expected: {
    step: 'SUBMIT_EVIDENCE',
    turn: 'FAMILY',
    since,
    dueDays: [localDate(`${year}-12-31`)],
  },
});

/** What the family shows, year by year. */
export const evidenceSteps = steps<EvidenceSteps, ScholarshipEvent>(
  scholarships,
  'evidence',
  {},
  {
    ScholarshipGranted: (_none, { participantId, eventDate, effectiveOn }) =>
      askedFor({ participantId }, Number(eventDate.slice(0, 4)), effectiveOn),
    ScholarshipEvidenceSubmitted(state, { year, effectiveOn }) {
      const shown = [...(state.shown ?? []), year];
      if (year !== state.year) return { ...state, shown };
      let next = year + 1;
      while (shown.includes(next)) next++;
      return askedFor({ ...state, shown }, next, effectiveOn);
    },
    ScholarshipEnded: noMore,
  },
);

/** What was shown is decided by a second person; no law says until when. */
export const yearSteps = steps<Expecting, ScholarshipEvent>(
  scholarships,
  'year',
  {},
  {
    ScholarshipGranted: (_none, { participantId }) => ({ participantId }),
    ScholarshipEvidenceSubmitted: (state, { submittedBy, effectiveOn }) => ({
      ...state,
      expected: {
        step: 'DECIDE_YEAR',
        turn: 'SUPERVISOR',
        since: effectiveOn,
        dueDays: [],
        ...(submittedBy && { notBy: [submittedBy] }),
      },
    }),
    ScholarshipYearApproved: noMore,
    ScholarshipYearDenied: noMore,
    ScholarshipEnded: noMore,
  },
);
