import { type CommandContext, Rejection, opened } from '#kernel';
import type { AccidentEvent } from './accident.events.js';
import { openAccident } from './accident.js';
import type { AccidentState, Stated } from './accident-state.js';
import { careReached } from './care-reached.js';
import { accidentRefusals } from './refusals.js';

export interface WithdrawFatalOutcomeInput {
  readonly accidentId: string;
}

/** What participants know of the victim. */
export interface VictimLives {
  /** A death was reported of them by mistake and taken back by two persons, and no other one since. */
  readonly livesAfterAll: boolean;
}

/**
 * Withdraws that the accident killed its victim, whose death was taken back (pencabutan akibat meninggal): a doctor states anew how they
 * are, and stage II is reported anew.
 * @throws Rejection as `openAccident` does, `NOT_FATAL`, `DEATH_STANDS`
 */
export function withdrawFatalOutcome(
  { accidentId }: WithdrawFatalOutcomeInput,
  state: AccidentState,
  { actor, today }: CommandContext,
  { livesAfterAll }: VictimLives,
): readonly AccidentEvent[] {
  const accident = openAccident(state);
  const { participantId, stageOne, statement } = accident;
  const isFatal = stageOne.effect === 'DEATH' || opened<Stated>(statement)?.condition === 'DEAD';
  if (!isFatal) throw new Rejection(accidentRefusals.NOT_FATAL());
  if (!livesAfterAll) throw new Rejection(accidentRefusals.DEATH_STANDS());
  return [
    {
      type: 'FatalOutcomeWithdrawn',
      data: {
        accidentId,
        participantId,
        backTo: careReached(accident),
        withdrawerId: actor.id,
        effectiveOn: today,
      },
    },
  ];
}
