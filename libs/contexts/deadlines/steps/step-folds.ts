import { conclusionSteps, reportSteps } from '#contexts/accidents/facts';
import { claimSteps, reassessmentSteps } from '#contexts/claims/facts';
import { payoutSteps } from '#contexts/payouts/facts';
import { evidenceSteps, yearSteps } from '#contexts/scholarships/facts';
import type { AnyStepFold, ExpectedStep, Expecting, Reading, Stream } from '#kernel';
import type { DeadlineSubject } from '../domain/deadline.events.js';

/** Everything of which a next step is known, and how it follows from its events. */
export const STEP_FOLDS: Readonly<Record<DeadlineSubject, readonly AnyStepFold[]>> = {
  CLAIM: [claimSteps, reassessmentSteps],
  ACCIDENT: [reportSteps, conclusionSteps],
  PAYOUT: [payoutSteps],
  SCHOLARSHIP: [evidenceSteps, yearSteps],
};

/** What is expected of a thing by what the log knows now. */
export async function expectedOf(
  read: Reading,
  { kind, subjectId, slot }: { kind: DeadlineSubject; subjectId: string; slot: string },
): Promise<ExpectedStep | undefined> {
  const fold = STEP_FOLDS[kind].find((one) => one.slot === slot);
  if (!fold) throw new Error(`No step of ${kind} is called ${slot}`);
  const { expected } = await read.state(fold as unknown as Stream<Expecting, never>, subjectId);
  return expected;
}
