import { conclusionSteps, noticeSteps, reportSteps } from '#contexts/accidents/facts';
import { invoiceSteps } from '#contexts/billing/facts';
import {
  claimSteps,
  disputeSteps,
  interimSteps,
  objectionSteps,
  reassessmentSteps,
} from '#contexts/claims/facts';
import { complaintSteps } from '#contexts/complaints/facts';
import { deathSteps, familySteps, paymentSteps, registrationSteps } from '#contexts/participants/facts';
import { payoutSteps } from '#contexts/payouts/facts';
import { receivableSteps, reviewSteps } from '#contexts/reviews/facts';
import { evidenceSteps, yearSteps } from '#contexts/scholarships/facts';
import type { AnyStepFold, ExpectedStep, Expecting, Reading, Stream } from '#kernel';
import type { DeadlineSubject } from '../domain/deadline.events.js';
import type { PassDeadlineInput } from '../domain/pass-deadline.js';

/** Everything of which a next step is known, and how it follows from its events. */
export const STEP_FOLDS: Readonly<Record<DeadlineSubject, readonly AnyStepFold[]>> = {
  CLAIM: [claimSteps, reassessmentSteps, interimSteps, objectionSteps, disputeSteps],
  ACCIDENT: [reportSteps, conclusionSteps, noticeSteps],
  PAYOUT: [payoutSteps],
  SCHOLARSHIP: [evidenceSteps, yearSteps],
  INVOICE: [invoiceSteps],
  REVIEW: [reviewSteps],
  RECEIVABLE: [receivableSteps],
  PARTICIPANT: [registrationSteps, deathSteps, familySteps, paymentSteps],
  COMPLAINT: [complaintSteps],
};

/** What is expected of a thing by what the log knows now. */
export async function expectedOf(
  read: Reading,
  { kind, subjectId, slot, within }: Omit<PassDeadlineInput, 'deadlineId'>,
): Promise<ExpectedStep | undefined> {
  const fold = STEP_FOLDS[kind].find((one) => one.slot === slot);
  if (!fold) throw new Error(`No step of ${kind} is called ${slot}`);
  if (fold.ofEach && within !== undefined)
    return (await read.state(fold.ofEach, within))[subjectId]?.expected;
  const { expected } = await read.state(fold as unknown as Stream<Expecting, never>, subjectId);
  return expected;
}
