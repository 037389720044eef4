import { type CommandContext, lapsedProposal } from '#kernel';
import type { SponsorEvent } from './sponsor.events.js';
import { type SponsorState, knownSponsor } from './sponsor.js';

export interface LapseSponsorProposalInput {
  readonly sponsorId: string;
  readonly proposalId: string;
}

/** Gives up what nobody has signed as the second one in its time: it may be put forward again. Nothing where it waits no more. */
export function lapseSponsorProposal(
  { sponsorId, proposalId }: LapseSponsorProposalInput,
  state: SponsorState,
  { today }: CommandContext,
): readonly SponsorEvent[] {
  const lapsed = lapsedProposal(knownSponsor(state).proposals, proposalId, today);
  if (!lapsed) return [];
  const { agreementId } = lapsed;
  return [
    { type: 'SponsorProposalLapsed', data: { sponsorId, proposalId, agreementId, effectiveOn: today } },
  ];
}
