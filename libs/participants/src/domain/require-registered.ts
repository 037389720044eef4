import { Rejection, assertNever } from '#kernel';
import type { ParticipantState, Registered } from './participant.js';

/** The living participant. @throws Rejection `NOT_REGISTERED`, `DECEASED` */
export function requireRegistered(state: ParticipantState): Registered {
  switch (state.situation) {
    case 'REGISTERED':
      return state;
    case 'UNKNOWN':
      throw new Rejection('NOT_REGISTERED', 'No such participant is registered', {
        allowed: ['register a participant'],
      });
    case 'DECEASED':
      throw new Rejection('DECEASED', `The participant died on ${state.diedOn}`, {
        allowed: ['submit a death claim'],
      });
    default:
      return assertNever(state, 'participant situation');
  }
}
