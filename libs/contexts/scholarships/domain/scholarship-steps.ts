import { type Expecting, type LocalDate, localDate, noMore, steps } from '#kernel';
import { stepDueBy } from '#law';
import type { ScholarshipEvent } from './scholarship.events.js';
import { type Ended, leavesYear, scholarships } from './scholarship.js';

interface EvidenceSteps extends Expecting {
  /** The first calendar year of which nobody has shown anything. */
  readonly year?: number;
  /** All of which somebody has. */
  readonly shown?: readonly number[];
  /** Its claim gives it no longer: what was shown counts where another one does. */
  readonly isNoLonger?: true;
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
    ScholarshipGranted({ isNoLonger, shown = [] }, { participantId, claimId, eventDate, effectiveOn }) {
      const before = isNoLonger ? shown : [];
      let year = Number(eventDate.slice(0, 4));
      while (before.includes(year)) year++;
      const known = { participantId, claimId, ...(before.length > 0 && { shown: before }) };
      return askedFor(known, year, effectiveOn);
    },
    ScholarshipEvidenceSubmitted(state, { year, effectiveOn }) {
      const shown = [...(state.shown ?? []), year];
      if (year !== state.year) return { ...state, shown };
      let next = year + 1;
      while (shown.includes(next)) next++;
      const after = { ...state, shown, year: next };
      return state.expected ? askedFor(after, next, effectiveOn) : after;
    },
    ScholarshipEnded: (state, { reason }) => ({
      ...noMore(state),
      ...(reason === 'NO_LONGER_ENTITLED' && { isNoLonger: true as const }),
    }),
    ScholarshipResumed: ({ isNoLonger: _again, ...state }, { effectiveOn }) =>
      state.year === undefined ? state : askedFor(state, state.year, effectiveOn),
  },
);

/** A year of which something was shown. */
interface ShownYear {
  readonly year: number;
  readonly since: LocalDate;
  readonly submittedBy?: string;
}

interface YearSteps extends Expecting {
  /** In the order in which they were shown. */
  readonly undecided?: readonly ShownYear[];
  readonly ended?: Pick<Ended, 'reason' | 'endedOn'>;
}

/**
 * The one that was shown first is due first; no law says until when, but the house does. What lies after the end of the right waits,
 * should that go on. Whoever handed in one year may decide another one.
 */
function toDecide(state: YearSteps, undecided: readonly ShownYear[]): YearSteps {
  const { ended } = state;
  const open = undecided.filter(({ year }) => !ended || leavesYear(ended, year));
  const [first] = open;
  if (!first) return { ...noMore(state), undecided };
  const { since, submittedBy } = first;
  const isAlways = open.every((one) => one.submittedBy === submittedBy);
  return {
    ...state,
    undecided,
    expected: {
      step: 'DECIDE_YEAR',
      turn: 'SUPERVISOR',
      since,
      dueDays: [stepDueBy('SCHOOL_YEAR', since)],
      atOfficeOfClaim: true,
      ...(submittedBy && isAlways && { notBy: [submittedBy] }),
    },
  };
}

const without = ({ undecided = [] }: YearSteps, year: number): readonly ShownYear[] =>
  undecided.filter((one) => one.year !== year);

/** What was shown is decided by a second person, year by year. */
export const yearSteps = steps<YearSteps, ScholarshipEvent>(
  scholarships,
  'year',
  {},
  {
    // What was shown for another event counts no more.
    ScholarshipGranted(state, { participantId, claimId }) {
      const isForSameLoss = state.claimId === claimId || state.ended?.reason === 'NO_LONGER_ENTITLED';
      return toDecide({ participantId, claimId }, isForSameLoss ? (state.undecided ?? []) : []);
    },
    ScholarshipEvidenceSubmitted: (state, { year, submittedBy, effectiveOn: since }) =>
      toDecide(state, [...without(state, year), { year, since, ...(submittedBy && { submittedBy }) }]),
    ScholarshipYearApproved: (state, { year }) => toDecide(state, without(state, year)),
    ScholarshipYearDenied: (state, { year }) => toDecide(state, without(state, year)),
    ScholarshipEnded: (state, { reason, effectiveOn: endedOn }) =>
      toDecide({ ...state, ended: { reason, endedOn } }, state.undecided ?? []),
    ScholarshipResumed: ({ ended: _over, ...state }) => toDecide(state, state.undecided ?? []),
  },
);
