import type { Instant } from '#kernel';
import { type ExpectedStep, type Progress, expectedSteps } from '../../domain/next-step.js';
import type { AccidentSummary } from './accident.answers.js';
import type { AccidentRow } from './accident.tables.js';

type ProgressColumns = Pick<
  AccidentRow,
  'occurred_on' | 'occurred_at' | 'conclude_by' | 'conclusion' | 'finally_stated_on' | 'stage_two_on'
>;

/** What is to be done about an accident, the most urgent first. */
export function stepsOf(row: ProgressColumns): readonly ExpectedStep[] {
  const progress: Progress = {
    occurredOn: row.occurred_on,
    occurredAt: row.occurred_at,
    concludeBy: row.conclude_by,
    conclusion: row.conclusion,
    finallyStatedOn: row.finally_stated_on,
    stageTwoReported: row.stage_two_on !== null,
  };
  return expectedSteps(progress);
}

export function toSummary(row: AccidentRow, now: Instant): AccidentSummary {
  return {
    accidentId: row.accident_id,
    participantId: row.participant_id,
    kind: row.kind,
    occurredOn: row.occurred_on,
    status: row.status,
    conclusion: row.conclusion,
    nextStep: row.next_step,
    dueAt: row.due_at,
    overdue: row.due_at !== null && row.due_at < now,
  };
}
