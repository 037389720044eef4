import { type CommandContext, Rejection } from '#kernel';
import { afterDecisionRefusals } from './after-decision.refusals.js';
import type { ClaimAfterDecision } from './claim-after-decision.js';
import type { ClaimEvent } from './claim.events.js';
import { claimIn, ofSomebody } from './claim.js';
import { objectionAnsweredBy, objectionUntil } from './terms.js';

export interface RaiseObjectionInput {
  readonly claimId: string;
  /** What is not accepted, and why, in the words of whoever claims. */
  readonly grounds: string;
  /** The letter: its number, or where it lies in the archive. */
  readonly letter: string;
}

/**
 * Records that whoever claims does not accept the last decision (keberatan): a denial, an approval or a difference. Once for each
 * decision; somebody else answers it.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, `PERSONAL_DATA_ERASED`, `OBJECTION_IS_OPEN`, `OBJECTION_WAS_ANSWERED`,
 *   `OBJECTION_TOO_LATE`
 */
export function raiseObjection(
  { claimId, grounds, letter }: RaiseObjectionInput,
  { after, decision, objection, isAnswered }: ClaimAfterDecision,
  context: CommandContext,
): readonly ClaimEvent[] {
  const { actor, today } = context;
  const { participantId } = ofSomebody(claimIn(after.claim, ['APPROVED', 'DENIED']));
  if (!decision) throw new Error('A claim was decided without anybody');
  if (objection) throw new Rejection(afterDecisionRefusals.OBJECTION_IS_OPEN());
  if (isAnswered) throw new Rejection(afterDecisionRefusals.OBJECTION_WAS_ANSWERED());
  const until = objectionUntil(decision.on);
  if (today > until) throw new Rejection(afterDecisionRefusals.OBJECTION_TOO_LATE({ until }));
  return [
    {
      type: 'ObjectionRaised',
      data: {
        claimId,
        participantId,
        recorderId: actor.id,
        decidedOn: decision.on,
        answerBy: objectionAnsweredBy(context),
        effectiveOn: today,
        person: { words: grounds, evidence: letter },
      },
    },
  ];
}
