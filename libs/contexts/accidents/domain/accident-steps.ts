import {
  type ExpectedStep,
  type Expecting,
  type Instant,
  dateIn,
  isErased,
  ofLateEntries,
  steps,
  toBeConfirmed,
} from '#kernel';
import type { AccidentEvent } from './accident.events.js';
import { accidents } from './accident.js';
import { stageOneDueAt, stageTwoDueAt } from './deadlines.js';

/** Reports are due at a moment, which lies on a day. */
const reportDue = (step: string, since: ExpectedStep['since'], dueAt: Instant): ExpectedStep => ({
  step,
  turn: 'REPORTER',
  since,
  dueDays: [dateIn(dueAt)],
  dueAt,
});

const noMore = ({ expected: _done, ...state }: Expecting): Expecting => state;

/** The reports of an accident, and the doctor's statement between them. */
export const reportSteps = steps<Expecting, AccidentEvent>(
  accidents,
  'report',
  {},
  {
    AccidentNotified: (_none, { participantId, occurredOn, occurredAt, effectiveOn }) => ({
      participantId,
      expected: reportDue('REPORT_STAGE_ONE', effectiveOn, stageOneDueAt({ occurredOn, occurredAt })),
    }),
    StageOneReported: (state, { effectiveOn }) => stated(state, effectiveOn),
    DoctorStatementIssued: (state, { statedOn, health }) =>
      // Of an erased one nobody knows any more; what followed it stands.
      isErased(health) || health.condition !== 'UNDER_TREATMENT'
        ? { ...state, expected: reportDue('REPORT_STAGE_TWO', statedOn, stageTwoDueAt(statedOn)) }
        : stated(state, statedOn),
    FatalOutcomeWithdrawn: (state, { effectiveOn }) => stated(state, effectiveOn),
    StageTwoReported: noMore,
    AccidentConcluded: (state, { conclusion }) =>
      conclusion === 'NOT_WORK_ACCIDENT' ? noMore(state) : state,
  },
);

/** No law says until when a doctor states how the victim is. */
const stated = (state: Expecting, since: ExpectedStep['since']): Expecting => ({
  ...state,
  expected: { step: 'ISSUE_DOCTOR_STATEMENT', turn: 'FACILITY', since, dueDays: [] },
});

/** Whether it was a work accident is concluded within 30 days of stage I. */
export const conclusionSteps = steps<Expecting, AccidentEvent>(
  accidents,
  'conclusion',
  {},
  {
    StageOneReported: (_none, { participantId, concludeBy, effectiveOn }) => ({
      participantId,
      expected: { step: 'CONCLUDE_ACCIDENT', turn: 'ADJUDICATOR', since: effectiveOn, dueDays: [concludeBy] },
    }),
    AccidentConcluded: noMore,
  },
);

/** A notice that was entered long after the accident is confirmed by a second person. */
export const noticeSteps = ofLateEntries(
  steps<Expecting, AccidentEvent>(
    accidents,
    'notice',
    {},
    {
      AccidentNotified: (state, { participantId, backDatedBy, effectiveOn }, recordedOn = effectiveOn) =>
        backDatedBy === undefined
          ? state
          : {
              participantId,
              expected: toBeConfirmed('CONFIRM_NOTICE', 'CONFIRMER', recordedOn, [backDatedBy]),
            },
      BackDatedNoticeConfirmed: noMore,
    },
  ),
);
