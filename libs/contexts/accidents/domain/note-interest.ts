import { type CommandContext, type LocalDate, Rejection } from '#kernel';
import type { AccidentState } from './accident-state.js';
import { interestedIn } from './interest.js';
import type { InterestNoted } from './interest.events.js';
import { accidentRefusals } from './refusals.js';

export interface NoteInterestInput {
  readonly accidentId: string;
  readonly claimId: string;
  /** Subject of the token of whoever has it. */
  readonly declarerId: string;
  /** The day on which they said so. */
  readonly declaredOn: LocalDate;
}

/**
 * Notes that somebody has an interest in the claim of an accident, wherever that stands, also where its notice was taken back. The same
 * again changes nothing.
 * @throws Rejection `ACCIDENT_NOT_FOUND`
 */
export function noteInterest(
  { accidentId, claimId, declarerId, declaredOn }: NoteInterestInput,
  state: AccidentState,
  _context: CommandContext,
): readonly InterestNoted[] {
  if (state.situation === 'UNKNOWN') throw new Rejection(accidentRefusals.ACCIDENT_NOT_FOUND());
  if (interestedIn(state).includes(declarerId)) return [];
  const { participantId } = state;
  return [
    {
      type: 'InterestNoted',
      data: { accidentId, participantId, claimId, declarerId, effectiveOn: declaredOn },
    },
  ];
}
