import {
  type CommandContext,
  type NoSignatureReason,
  type SignedByTwo,
  requireMayRefuse,
  signedByTwo,
  waitingProposal,
} from '#kernel';
import { requireExtendable } from './change-sponsor-agreement.js';
import { sponsorRefusals } from './sponsor.refusals.js';
import { requireNew } from './sign-sponsor-agreement.js';
import type { SponsorEvent } from './sponsor.events.js';
import { type SponsorProposal, type SponsorState, knownSponsor } from './sponsor.js';

export interface SignSponsorProposalInput {
  readonly sponsorId: string;
  readonly proposalId: string;
}

/**
 * The second signature under an agreement or an addendum: from now on people are registered and paid for under it. Whether it can be is
 * asked anew, as other papers may have been signed since.
 * @throws Rejection `SPONSOR_NOT_FOUND`, `PROPOSAL_NOT_FOUND`, `SIGNED_BY_YOU`, `BEYOND_AUTHORITY`, `PROPOSAL_OF_ANOTHER_OFFICE`, or as
 *   it was put forward
 */
export function signSponsorProposal(
  { sponsorId, proposalId }: SignSponsorProposalInput,
  state: SponsorState,
  context: CommandContext,
): readonly SponsorEvent[] {
  const proposal = waitingProposal(knownSponsor(state).proposals, proposalId, sponsorRefusals);
  const signed = signedByTwo(proposal, context, sponsorRefusals);
  return [inForce(sponsorId, proposal, state, context, signed)];
}

function inForce(
  sponsorId: string,
  { agreementId, reference, proposed }: SponsorProposal,
  state: SponsorState,
  { today }: CommandContext,
  signed: SignedByTwo,
): SponsorEvent {
  const paper = { sponsorId, agreementId, reference };
  if (proposed.kind === 'AGREEMENT') {
    requireNew(agreementId, state);
    const { kind: _agreement, ...promised } = proposed;
    const data = { ...paper, ...promised, ...signed, effectiveOn: promised.validFrom };
    return { type: 'SponsorAgreementSigned', data };
  }
  const { kind: _extension, ...more } = proposed;
  requireExtendable({ agreementId, reference, ...more }, state);
  return { type: 'SponsorAgreementExtended', data: { ...paper, ...more, ...signed, effectiveOn: today } };
}

export interface RefuseSponsorProposalInput extends SignSponsorProposalInput {
  readonly reason: NoSignatureReason;
}

/**
 * Refuses the second signature, or takes back what one has put forward oneself.
 * @throws Rejection `SPONSOR_NOT_FOUND`, `PROPOSAL_NOT_FOUND`, `PROPOSAL_OF_ANOTHER`, `PROPOSAL_OF_ANOTHER_OFFICE`
 */
export function refuseSponsorProposal(
  { sponsorId, proposalId, reason }: RefuseSponsorProposalInput,
  state: SponsorState,
  context: CommandContext,
): readonly SponsorEvent[] {
  const proposal = waitingProposal(knownSponsor(state).proposals, proposalId, sponsorRefusals);
  requireMayRefuse(proposal, context, sponsorRefusals);
  const { agreementId } = proposal;
  const decided = { deciderId: context.actor.id, reason, effectiveOn: context.today };
  return [{ type: 'SponsorProposalRefused', data: { sponsorId, proposalId, agreementId, ...decided } }];
}
