import { type CommandContext, Rejection, enforce } from '#kernel';
import type { ClaimEvent } from './claim.events.js';
import { type ClaimIn, type ClaimState, claimIn, ofSomebody } from './claim.js';
import type { ApprovalBegun } from './docket.events.js';
import { type Docket, isBegun } from './docket.js';
import { paymentsFor } from './payments.js';
import { APPROVAL_POLICIES } from './policies/decision.policies.js';
import type { Basis } from './programme.js';
import { claimRefusals } from './refusals.js';

export interface ApproveClaimInput {
  readonly claimId: string;
}

/**
 * Approves what was calculated (persetujuan klaim) and says who is to be paid how much.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, `PERSONAL_DATA_ERASED`, `EARLIER_CLAIM_IN_APPROVAL`, or the
 *   code of the first approval policy that objects
 */
export function approveClaim(
  { claimId }: ApproveClaimInput,
  state: ClaimState,
  { actor, today }: CommandContext,
  basis: Basis,
): readonly ClaimEvent[] {
  const claim = ofSomebody(claimIn(state, ['CALCULATED']));
  const { participantId, programme, accidentId, eventDate, payBy, account, assessment } = claim;
  requireTurn(basis);
  enforce(APPROVAL_POLICIES, { claim, basis, deciderId: actor.id });
  const invoices = basis.programme.invoices?.(basis.facts);
  return [
    {
      type: 'ClaimApproved',
      data: {
        claimId,
        participantId,
        programme,
        ...(accidentId && { accidentId }),
        eventDate,
        approverId: actor.id,
        totalIdr: assessment.totalIdr,
        ...(assessment.deduction && { deduction: assessment.deduction }),
        ...(assessment.owedByEmployer && { owedByEmployer: assessment.owedByEmployer }),
        payments: paymentsFor(assessment, basis),
        ...(invoices && { invoices }),
        entitledChildren: assessment.entitledChildren,
        payBy,
        effectiveOn: today,
        person: { account },
      },
    },
  ];
}

/**
 * The claims of one participant are approved one after another where what the earlier one pays decides what is left.
 * @throws Rejection `EARLIER_CLAIM_IN_APPROVAL`
 */
function requireTurn({ programme, facts }: Basis): void {
  const claimId = programme.earlierInApproval?.(facts);
  if (claimId !== undefined) throw new Rejection(claimRefusals.EARLIER_CLAIM_IN_APPROVAL({ claimId }));
}

/** A claim that is to stand in the docket, and what its approval rests on. */
export interface ApprovalToBegin {
  readonly claim: ClaimIn<'CALCULATED'>;
  readonly basis: Basis;
}

/**
 * Takes a claim that can be approved into the docket of its participant (antrean persetujuan). Once: what was begun is
 * not begun again. It stands there as often as it was opened, also where it was closed before anybody began to approve it: only so
 * others see that it waits.
 * @throws Rejection as `approveClaim` does
 */
export function beginApproval(
  input: ApproveClaimInput,
  begun: Docket,
  context: CommandContext,
  { claim, basis }: ApprovalToBegin,
): readonly ApprovalBegun[] {
  const { claimId, participantId, reopened = 0 } = claim;
  if (isBegun(claimId, reopened, begun)) return [];
  approveClaim(input, claim, context, basis);
  const missing = reopened + 1 - begun.filter((one) => one === claimId).length;
  return Array.from({ length: missing }, (): ApprovalBegun => ({
    type: 'ApprovalBegun',
    data: { claimId, participantId, effectiveOn: context.today },
  }));
}
