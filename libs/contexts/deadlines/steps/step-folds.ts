import { conclusionSteps, guaranteeSteps, noticeSteps, reportSteps } from '#contexts/accidents/facts';
import { invoiceSteps } from '#contexts/billing/facts';
import {
  claimSteps,
  disputeSteps,
  doubtSteps,
  interimSteps,
  objectionSteps,
  reassessmentSteps,
  standstills,
  stopSteps,
} from '#contexts/claims/facts';
import { complaintSteps } from '#contexts/complaints/facts';
import { findingSteps } from '#contexts/detection/facts';
import { duesCorrectionSteps, duesSteps } from '#contexts/dues/facts';
import { employerSteps } from '#contexts/employers/facts';
import {
  agreementSteps,
  correctionSteps,
  deathSteps,
  duplicateSteps,
  familySteps,
  listCorrectionSteps,
  membershipSteps,
  paymentSteps,
  placementSteps,
  registrationSteps,
  reversalSteps,
  sponsorProposalSteps,
} from '#contexts/participants/facts';
import { cancellationSteps, compensationSteps, payoutSteps, redirectionSteps } from '#contexts/payouts/facts';
import { projectCorrectionSteps, projectSteps } from '#contexts/projects/facts';
import { plkkProposalSteps } from '#contexts/providers/facts';
import { sampleSteps } from '#contexts/quality/facts';
import { receivableSteps, reviewSteps, waiverSteps } from '#contexts/reviews/facts';
import { evidenceSteps, yearSteps } from '#contexts/scholarships/facts';
import {
  type AnyStepFold,
  type ExpectedStep,
  type Expecting,
  type Reading,
  Rejection,
  type Stream,
  isHeld,
  noMore,
} from '#kernel';
import type { DeadlineSubject } from '../domain/deadline.events.js';
import type { PassDeadlineInput } from '../domain/pass-deadline.js';
import { workRefusals } from '../domain/refusals.js';
import { STANDING_WITH_CLAIM } from './standing-still.js';

/** Everything of which a next step is known, and how it follows from its events. */
export const STEP_FOLDS: Readonly<Record<DeadlineSubject, readonly AnyStepFold[]>> = {
  CLAIM: [claimSteps, reassessmentSteps, interimSteps, objectionSteps, disputeSteps, doubtSteps, stopSteps],
  ACCIDENT: [reportSteps, conclusionSteps, noticeSteps, guaranteeSteps],
  PAYOUT: [payoutSteps, redirectionSteps, cancellationSteps, compensationSteps],
  SCHOLARSHIP: [evidenceSteps, yearSteps],
  INVOICE: [invoiceSteps],
  REVIEW: [reviewSteps],
  RECEIVABLE: [receivableSteps, waiverSteps],
  PARTICIPANT: [registrationSteps, deathSteps, familySteps, paymentSteps],
  COMPLAINT: [complaintSteps],
  PLKK_PROPOSAL: [plkkProposalSteps],
  SPONSOR_PROPOSAL: [sponsorProposalSteps],
  SAMPLE: [sampleSteps],
  FINDING: [findingSteps],
  EMPLOYER: [employerSteps],
  DUES: [duesSteps],
  DUES_CORRECTION: [duesCorrectionSteps],
  PROJECT: [projectSteps],
  PROJECT_CORRECTION: [projectCorrectionSteps],
  MEMBERSHIP: [membershipSteps],
  PLACEMENT: [placementSteps],
  SPONSOR_AGREEMENT: [agreementSteps],
  CORRECTION: [correctionSteps],
  REVERSAL: [reversalSteps],
  LIST_CORRECTION: [listCorrectionSteps],
  DUPLICATE: [duplicateSteps],
};

/** What tells apart the steps of one thing. */
export const SLOTS: readonly string[] = [
  ...new Set(Object.values(STEP_FOLDS).flatMap((folds) => folds.map(({ slot }) => slot))),
];

type OfStep = Omit<PassDeadlineInput, 'deadlineId'>;

/** What is known of a thing and its step by what the log knows now, whether or not the step is held. */
async function foldedOf(read: Reading, of: OfStep): Promise<Expecting> {
  const known = await byItself(read, of);
  const standing = of.kind === 'PAYOUT' && known.expected ? STANDING_WITH_CLAIM[of.slot]?.(known) : undefined;
  return standing ? standing.after(await read.state(standstills, standing.claimId)) : known;
}

/** The same by what its own stream tells. */
async function byItself(read: Reading, { kind, subjectId, slot, within }: OfStep): Promise<Expecting> {
  const fold = STEP_FOLDS[kind].find((one) => one.slot === slot);
  if (!fold) throw new Rejection(workRefusals.NOTHING_TO_ASSIGN());
  if (fold.ofEach)
    return within === undefined ? {} : ((await read.state(fold.ofEach, within))[subjectId] ?? {});
  return read.state(fold as unknown as Stream<Expecting, never>, subjectId);
}

/** The same, without a step that waits for the end of another one. */
export async function knownOf(read: Reading, of: OfStep): Promise<Expecting> {
  const known = await foldedOf(read, of);
  const heldBy = known.expected?.heldBy;
  if (!heldBy) return known;
  const { kind, id, slot } = heldBy;
  const other = await foldedOf(read, { kind: kind as DeadlineSubject, subjectId: id, slot });
  return isHeld(heldBy, other) ? noMore(known) : known;
}

/** What is expected of a thing by what the log knows now. */
export const expectedOf = async (read: Reading, of: OfStep): Promise<ExpectedStep | undefined> =>
  (await knownOf(read, of)).expected;
