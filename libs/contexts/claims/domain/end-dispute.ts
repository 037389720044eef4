import { type CommandContext, type LocalDate, type Policy, Rejection, enforce } from '#kernel';
import { afterDecisionRefusals } from './after-decision.refusals.js';
import type { DisputeEnd, DisputeOutcome } from './after-decision.events.js';
import type { ClaimAfterDecision, OpenDispute } from './claim-after-decision.js';
import type { ClaimEvent } from './claim.events.js';
import { claimIn } from './claim.js';

export interface EndDisputeInput {
  readonly claimId: string;
  readonly how: DisputeEnd;
  readonly outcome: DisputeOutcome;
  /** What they agreed or what was judged, and what shows it; neither where nobody has said anything. */
  readonly words?: string;
  readonly evidence?: string;
}

interface EndGrounds extends Omit<EndDisputeInput, 'claimId'> {
  readonly dispute: OpenDispute;
  readonly today: LocalDate;
}

const wasWaitedFor: Policy<EndGrounds> = {
  name: 'was-waited-for',
  check: ({ dispute: { until }, how, today }) =>
    how === 'LAPSED' && today <= until ? afterDecisionRefusals.DISPUTE_NOT_LAPSED({ until }) : undefined,
};

const lapsedPaysAsApproved: Policy<EndGrounds> = {
  name: 'lapsed-pays-as-approved',
  check: ({ how, outcome }) =>
    how === 'LAPSED' && outcome !== 'AS_APPROVED'
      ? afterDecisionRefusals.LAPSED_PAYS_AS_APPROVED()
      : undefined,
};

const isShown: Policy<EndGrounds> = {
  name: 'is-shown',
  check: ({ how, words, evidence }) =>
    how !== 'LAPSED' && (words === undefined || evidence === undefined)
      ? afterDecisionRefusals.DISPUTE_END_NOT_SHOWN()
      : undefined,
};

/** In this order; the first refusal wins. */
const END_POLICIES: readonly Policy<EndGrounds>[] = [wasWaitedFor, lapsedPaysAsApproved, isShown];

/**
 * Records how a dispute about what was approved ended (sengketa ahli waris selesai), and whether it is paid as it was approved. Otherwise
 * it is recorded who inherits, and what has not left is paid to them.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, `NO_DISPUTE`, or the code of the first policy that objects
 */
export function endDispute(
  { claimId, how, outcome, words, evidence }: EndDisputeInput,
  { after, dispute }: ClaimAfterDecision,
  { actor, today }: CommandContext,
): readonly ClaimEvent[] {
  const { participantId, account } = claimIn(after.claim, ['APPROVED']);
  if (!dispute) throw new Rejection(afterDecisionRefusals.NO_DISPUTE());
  enforce(END_POLICIES, { dispute, how, outcome, words, evidence, today });
  // Nothing can be sealed for somebody who was erased.
  const isSaid = account && words !== undefined && evidence !== undefined && how !== 'LAPSED';
  return [
    {
      type: 'DisputeEnded',
      data: {
        claimId,
        participantId,
        enderId: actor.id,
        how,
        outcome,
        effectiveOn: today,
        ...(isSaid && { person: { words, evidence } }),
      },
    },
  ];
}
