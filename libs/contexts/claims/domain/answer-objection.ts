import { type CommandContext, Rejection } from '#kernel';
import { afterDecisionRefusals } from './after-decision.refusals.js';
import type { ObjectionAnswer } from './after-decision.events.js';
import type { ClaimAfterDecision } from './claim-after-decision.js';
import type { ClaimEvent } from './claim.events.js';
import { claimIn } from './claim.js';
import { type Basis, byDelegationOf } from './programme.js';
import { openedAgain, requireOwnToPay } from './reopen-claim.js';

export interface AnswerObjectionInput {
  readonly claimId: string;
  readonly answer: ObjectionAnswer;
  /** Why, for the letter. */
  readonly reason: string;
}

/**
 * Answers an objection (jawaban keberatan), by somebody who had no hand in the decision that it is against. Where it is granted a denied claim is decided
 * anew, and an approved one computed anew.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, `NO_OBJECTION`, `DECIDER_CANNOT_ANSWER`, `NOT_GRANTED_TO_THE_ERASED`,
 *   `PAID_BY_OTHER_PROGRAMME`
 */
export function answerObjection(
  { claimId, answer, reason }: AnswerObjectionInput,
  { after, objection }: ClaimAfterDecision,
  context: CommandContext,
  basis: Basis,
): readonly ClaimEvent[] {
  const claim = claimIn(after.claim, ['APPROVED', 'DENIED']);
  const { actor, today } = context;
  if (!objection) throw new Rejection(afterDecisionRefusals.NO_OBJECTION());
  if (objection.notBy.includes(actor.id)) {
    throw new Rejection(afterDecisionRefusals.DECIDER_CANNOT_ANSWER());
  }
  const { participantId, account } = claim;
  if (!account && answer === 'GRANTED')
    throw new Rejection(afterDecisionRefusals.NOT_GRANTED_TO_THE_ERASED());
  if (answer === 'GRANTED') requireOwnToPay(after, basis);
  const answered: ClaimEvent = {
    type: 'ObjectionAnswered',
    data: {
      claimId,
      participantId,
      deciderId: actor.id,
      ...byDelegationOf(basis),
      answer,
      effectiveOn: today,
      // Nothing can be sealed for somebody who was erased.
      ...(account && { person: { reason } }),
    },
  };
  return answer === 'GRANTED'
    ? [
        answered,
        ...openedAgain(after, 'APPEAL', { context, basis, reason, deciderIds: objection.against?.by }),
      ]
    : [answered];
}
