import {
  type ExpectedStep,
  type Expecting,
  type Instant,
  type LocalDate,
  dateIn,
  isErased,
  noMore,
  ofLateEntries,
  steps,
  toBeConfirmed,
} from '#kernel';
import { type Conclusion, stepDueBy } from '#law';
import type { AccidentEvent } from './accident.events.js';
import { accidents } from './accident.js';
import { untold } from './care-reached.js';
import { nameBearerBy, stageOneDueAt, stageTwoDueAt } from './deadlines.js';
import { type Determination, prevails } from './determined.js';
import { notByTheInterested } from './hands-told.js';

/** Reports are due at a moment, which lies on a day. */
const reportDue = (step: string, since: ExpectedStep['since'], dueAt: Instant): ExpectedStep => ({
  step,
  turn: 'REPORTER',
  since,
  dueDays: [dateIn(dueAt)],
  dueAt,
});

/** The reports of an accident, and the doctor's statement between them. */
export const reportSteps = steps<ReportSteps, AccidentEvent>(
  accidents,
  'report',
  {},
  {
    AccidentNotified: (_none, { participantId, occurredOn, occurredAt, effectiveOn }) => ({
      participantId,
      occurredOn,
      expected: reportDue('REPORT_STAGE_ONE', effectiveOn, stageOneDueAt({ occurredOn, occurredAt })),
    }),
    StageOneReported: (state, { effectiveOn }) => stated(state, effectiveOn),
    DoctorStatementIssued: (state, { statedOn, health }) =>
      // Of an erased one nobody knows any more; what followed it stands.
      isErased(health) || health.condition !== 'UNDER_TREATMENT'
        ? { ...state, expected: reportDue('REPORT_STAGE_TWO', statedOn, stageTwoDueAt(statedOn)) }
        : stated(state, statedOn),
    FatalOutcomeWithdrawn: (state, { effectiveOn }) => stated(state, effectiveOn),
    RelapseReported: (state, { effectiveOn }) => stated(state, effectiveOn),
    NoticeWithdrawn: noMore,
    NoticeCorrected: (state, { occurredAt }) => correctedHour(state, occurredAt),
    StageTwoReported: noMore,
    AccidentConcluded: (state, { conclusion }) => (conclusion === 'NOT_WORK_ACCIDENT' ? set(state) : state),
    DeterminationIssued: (state, { by, issuedOn, conclusion }) => {
      if (!prevails({ by, issuedOn }, state.determination)) return state;
      const known = { ...state, determination: { by, issuedOn } };
      return conclusion === 'NOT_WORK_ACCIDENT' ? set(known) : goingOn(known);
    },
  },
);

interface ReportSteps extends Expecting {
  readonly occurredOn?: LocalDate;
  /** What waits for nothing while it is no work accident. */
  readonly aside?: ExpectedStep;
  readonly determination?: Pick<Determination, 'by' | 'issuedOn'>;
}

/** The 48 hours of stage I run from the hour of the accident. */
function correctedHour(state: ReportSteps, occurredAt: string | undefined): ReportSteps {
  const { expected, occurredOn } = state;
  if (!occurredAt || !occurredOn || expected?.step !== 'REPORT_STAGE_ONE') return state;
  const dueAt = stageOneDueAt({ occurredOn, occurredAt });
  return { ...state, expected: reportDue('REPORT_STAGE_ONE', expected.since, dueAt) };
}

/** JKK has no more to do with it, unless it is determined to be a work accident after all. */
const set = (state: ReportSteps): ReportSteps =>
  state.expected ? { ...noMore(state), aside: state.expected } : state;

function goingOn({ aside, ...state }: ReportSteps): ReportSteps {
  return aside ? { ...state, expected: aside } : state;
}

/** No law says until when a doctor states how the victim is: the house asks again. */
const stated = <State extends Expecting>(state: State, since: ExpectedStep['since']): State => ({
  ...state,
  expected: {
    step: 'ISSUE_DOCTOR_STATEMENT',
    turn: 'FACILITY',
    since,
    dueDays: [stepDueBy('DOCTOR_STATEMENT', since)],
  },
});

interface ConclusionSteps extends Expecting {
  /** Facilities that were promised payment. */
  readonly promisedTo?: readonly string[];
  /** Those that were told whom to bill in place of JKK. */
  readonly told?: readonly string[];
  readonly determination?: Pick<Determination, 'by' | 'issuedOn'>;
}

/**
 * Whether it was a work accident is concluded within 30 days of stage I. Where it was none, facilities that were promised payment are told
 * whom to bill.
 */
export const conclusionSteps = steps<ConclusionSteps, AccidentEvent>(
  accidents,
  'conclusion',
  {},
  {
    StageOneReported: (_none, { accidentId, participantId, concludeBy, effectiveOn }) => ({
      participantId,
      expected: {
        step: 'CONCLUDE_ACCIDENT',
        turn: 'ADJUDICATOR',
        since: effectiveOn,
        dueDays: [concludeBy],
        ...notByTheInterested(accidentId),
      },
    }),
    GuaranteeLetterIssued: promised,
    ProvisionalGuaranteeIssued: promised,
    CareProvided: (state, data) => (data.billing === 'GUARANTEED' ? promised(state, data) : state),
    AccidentConcluded: (state, { accidentId, conclusion, concludedOn: on }) =>
      settled(state, { accidentId, conclusion, on }),
    DeterminationIssued: (state, { accidentId, by, issuedOn, conclusion }) =>
      prevails({ by, issuedOn }, state.determination)
        ? settled({ ...state, determination: { by, issuedOn } }, { accidentId, conclusion, on: issuedOn })
        : state,
    CareBearerNamed: (state, { facilityIds }) => noMore({ ...state, told: facilityIds }),
    NoticeWithdrawn: noMore,
  },
);

/** A notice that was entered long after the accident is confirmed by a second person. */
export const noticeSteps = ofLateEntries(
  steps<Expecting, AccidentEvent>(
    accidents,
    'notice',
    {},
    {
      AccidentNotified(
        state,
        { accidentId, participantId, backDatedBy, effectiveOn },
        recordedOn = effectiveOn,
      ) {
        if (backDatedBy === undefined) return state;
        const confirming = toBeConfirmed('CONFIRM_NOTICE', 'CONFIRMER', recordedOn, [backDatedBy]);
        return { participantId, expected: { ...confirming, ...notByTheInterested(accidentId) } };
      },
      BackDatedNoticeConfirmed: noMore,
      NoticeWithdrawn: noMore,
    },
  ),
);

function promised(state: ConclusionSteps, { facilityId }: { readonly facilityId: string }): ConclusionSteps {
  const { promisedTo = [] } = state;
  return promisedTo.includes(facilityId) ? state : { ...state, promisedTo: [...promisedTo, facilityId] };
}

/** What was concluded or determined, and on which day. */
interface Settled {
  readonly accidentId: string;
  readonly conclusion: Conclusion;
  readonly on: LocalDate;
}

const settled = (state: ConclusionSteps, { accidentId, conclusion, on }: Settled): ConclusionSteps =>
  conclusion === 'NOT_WORK_ACCIDENT' && untold(state.promisedTo ?? [], state.told ?? []).length > 0
    ? {
        ...state,
        expected: {
          step: 'NAME_CARE_BEARER',
          turn: 'ADJUDICATOR',
          since: on,
          dueDays: [nameBearerBy(on)],
          ...notByTheInterested(accidentId),
        },
      }
    : noMore(state);
