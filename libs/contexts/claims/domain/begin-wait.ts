import type { CommandContext } from '#kernel';
import type { ClaimEvent } from './claim.events.js';
import { type ClaimState, claimIn, ofSomebody } from './claim.js';
import type { WaitReason } from './left-to-people.events.js';
import { WAIT_TERMS } from './terms.js';

export interface BeginWaitInput {
  readonly claimId: string;
  readonly reason: WaitReason;
  /** What is asked, and of whom, in words. */
  readonly question: string;
}

/**
 * Asks somebody who is neither the office nor whoever claims (menunggu pihak lain), such as an advisory doctor, or records that heirs
 * disagree. The claim waits, for a time that follows from the reason; what was calculated is calculated again afterwards.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, `PERSONAL_DATA_ERASED`
 */
export function beginWait(
  { claimId, reason, question }: BeginWaitInput,
  state: ClaimState,
  { actor, today }: CommandContext,
): readonly ClaimEvent[] {
  const { participantId } = ofSomebody(claimIn(state, ['COMPLETE', 'CALCULATED']));
  const { until, ofHealth } = WAIT_TERMS[reason];
  return [
    {
      type: 'WaitBegun',
      data: {
        claimId,
        participantId,
        askerId: actor.id,
        reason,
        until: until(today),
        effectiveOn: today,
        ...(ofHealth ? { health: { words: question } } : { person: { words: question } }),
      },
    },
  ];
}
