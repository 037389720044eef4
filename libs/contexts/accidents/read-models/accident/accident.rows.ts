import type { Instant } from '#kernel';
import { type ExpectedStep, expectedSteps } from '../../domain/next-step.js';
import type { AccidentSummary } from './accident.answers.js';
import type { AccidentRow } from './accident.tables.js';

/** What is to be done about an accident, the most urgent first. */
export function stepsOf(row: AccidentRow): readonly ExpectedStep[] {
  return expectedSteps({ ...row, stageTwoReported: row.stageTwoOn !== null });
}

export function toSummary(row: AccidentRow, now: Instant): AccidentSummary {
  return {
    accidentId: row.accidentId,
    participantId: row.participantId,
    kind: row.kind,
    occurredOn: row.occurredOn,
    status: row.status,
    conclusion: row.conclusion,
    nextStep: row.nextStep,
    dueAt: row.dueAt,
    overdue: row.dueAt !== null && row.dueAt < now,
  };
}
