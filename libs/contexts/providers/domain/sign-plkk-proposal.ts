import {
  type CommandContext,
  type NoSignatureReason,
  type SignedByTwo,
  assertNever,
  enforce,
  requireMayRefuse,
  signedByTwo,
  waitingProposal,
} from '#kernel';
import { requireAmendable } from './amend-plkk-agreement.js';
import { requireExtendable } from './extend-plkk-agreement.js';
import type { FacilityEvent } from './facility.events.js';
import { type FacilityState, type PlkkProposal, known } from './facility.js';
import { SIGNING_POLICIES } from './policies/agreement.policies.js';
import { facilityRefusals } from './refusals.js';

export interface SignPlkkProposalInput {
  readonly facilityId: string;
  readonly proposalId: string;
}

/**
 * The second signature under an agreement or an addendum: from now on it holds. Whether it can is asked anew, as other papers may have
 * been signed since.
 * @throws Rejection `FACILITY_NOT_FOUND`, `PROPOSAL_NOT_FOUND`, `SIGNED_BY_YOU`, `BEYOND_AUTHORITY`, `PROPOSAL_OF_ANOTHER_OFFICE`, or as
 *   it was put forward
 */
export function signPlkkProposal(
  { facilityId, proposalId }: SignPlkkProposalInput,
  state: FacilityState,
  context: CommandContext,
): readonly FacilityEvent[] {
  const proposal = waitingProposal(known(state).proposals, proposalId, facilityRefusals);
  const signed = signedByTwo(proposal, context, facilityRefusals);
  return [inForce(facilityId, proposal, state, context, signed)];
}

function inForce(
  facilityId: string,
  { agreementId, reference, proposed }: PlkkProposal,
  state: FacilityState,
  context: CommandContext,
  signed: SignedByTwo,
): FacilityEvent {
  const paper = { facilityId, agreementId, reference };
  switch (proposed.kind) {
    case 'AGREEMENT': {
      const { kind: _agreement, ...agreed } = proposed;
      enforce(SIGNING_POLICIES, { ...agreed, agreementId, agreements: known(state).agreements });
      const data = { ...paper, ...agreed, ...signed, effectiveOn: agreed.validFrom };
      return { type: 'PlkkAgreementSigned', data };
    }
    case 'EXTENSION': {
      const { validUntil } = proposed;
      requireExtendable({ agreementId, validUntil }, state, context);
      const data = { ...paper, validUntil, ...signed, effectiveOn: context.today };
      return { type: 'PlkkAgreementExtended', data };
    }
    case 'AMENDMENT': {
      const { kind: _amendment, from, ...changes } = proposed;
      requireAmendable({ agreementId, from, ...changes }, state, context);
      return { type: 'PlkkAgreementAmended', data: { ...paper, ...changes, ...signed, effectiveOn: from } };
    }
    default:
      return assertNever(proposed, 'what is proposed of an agreement');
  }
}

export interface RefusePlkkProposalInput extends SignPlkkProposalInput {
  readonly reason: NoSignatureReason;
}

/**
 * Refuses the second signature, or takes back what one has put forward oneself.
 * @throws Rejection `FACILITY_NOT_FOUND`, `PROPOSAL_NOT_FOUND`, `PROPOSAL_OF_ANOTHER`, `PROPOSAL_OF_ANOTHER_OFFICE`
 */
export function refusePlkkProposal(
  { facilityId, proposalId, reason }: RefusePlkkProposalInput,
  state: FacilityState,
  context: CommandContext,
): readonly FacilityEvent[] {
  const proposal = waitingProposal(known(state).proposals, proposalId, facilityRefusals);
  requireMayRefuse(proposal, context, facilityRefusals);
  const { agreementId } = proposal;
  const decided = { deciderId: context.actor.id, reason, effectiveOn: context.today };
  return [{ type: 'PlkkProposalRefused', data: { facilityId, proposalId, agreementId, ...decided } }];
}
