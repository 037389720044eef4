import { type CommandContext, lapsedProposal } from '#kernel';
import type { FacilityEvent } from './facility.events.js';
import { type FacilityState, known } from './facility.js';

export interface LapsePlkkProposalInput {
  readonly facilityId: string;
  readonly proposalId: string;
}

/** Gives up what nobody has signed as the second one in its time: it may be put forward again. Nothing where it waits no more. */
export function lapsePlkkProposal(
  { facilityId, proposalId }: LapsePlkkProposalInput,
  state: FacilityState,
  { today }: CommandContext,
): readonly FacilityEvent[] {
  const lapsed = lapsedProposal(known(state).proposals, proposalId, today);
  if (!lapsed) return [];
  const { agreementId } = lapsed;
  return [{ type: 'PlkkProposalLapsed', data: { facilityId, proposalId, agreementId, effectiveOn: today } }];
}
