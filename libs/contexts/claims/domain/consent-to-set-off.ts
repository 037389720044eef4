import { type CommandContext, Rejection } from '#kernel';
import { unpaidMonths } from './arrears.js';
import type { SetOffReason } from './arrears.events.js';
import type { ClaimEvent } from './claim.events.js';
import { type ClaimState, claimantOf, openClaimIn, ofSomebody } from './claim.js';
import { type Basis, arrearsOf, entitledTo } from './programme.js';
import { arrearsRefusals } from './arrears.refusals.js';
import { decisionRefusals } from './decision.refusals.js';
import { resumed } from './resume-claim.js';
import { stillAwaited } from './treatment.js';

export interface ConsentToSetOffInput {
  readonly claimId: string;
  readonly reason: SetOffReason;
  /** Number of the written consent, or where it lies in the archive. */
  readonly consent: string;
}

/**
 * Records that whoever is paid consents to have the arrears deducted from the benefit (persetujuan kompensasi tunggakan), when the
 * months cannot be taken any more. The claim goes on with it, and where the treatment goes on, it waits for that then; nothing is deducted
 * before an approval. Saying so again changes nothing.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, `PERSONAL_DATA_ERASED`, `CLAIMANT_NOT_ENTITLED`,
 *   `ARREARS_ARE_SETTLED`, `RIGHT_LAPSED`
 */
export function consentToSetOff(
  { claimId, reason, consent }: ConsentToSetOffInput,
  state: ClaimState,
  context: CommandContext,
  basis: Basis,
): readonly ClaimEvent[] {
  const { actor, today } = context;
  const claim = ofSomebody(openClaimIn(state, ['HELD']));
  if (claim.setOffOn) return [];
  const claimant = claimantOf(claim);
  const entitled = entitledTo(basis);
  if (claimant !== entitled) throw new Rejection(decisionRefusals.CLAIMANT_NOT_ENTITLED({ entitled }));
  if (unpaidMonths(arrearsOf(basis)).length === 0) throw new Rejection(arrearsRefusals.ARREARS_ARE_SETTLED());
  const { participantId } = claim;
  return [
    {
      type: 'SetOffConsented',
      data: {
        claimId,
        participantId,
        recorderId: actor.id,
        claimant,
        reason,
        documents: [{ kind: 'SET_OFF_CONSENT' }],
        effectiveOn: today,
        person: { references: [consent] },
      },
    },
    resumed(claim, basis, today),
    ...stillAwaited({ ...claim, setOffOn: today }, basis, context),
  ];
}
