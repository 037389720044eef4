import { Rejection } from '#kernel';
import type { Deceased, ParticipantState, Registered } from './participant.js';

/** The participant, living or not: heirs and children may still be named after a death. @throws Rejection `PARTICIPANT_NOT_FOUND` */
export function requireRegistered(state: ParticipantState): Registered | Deceased {
  if (state.situation !== 'UNKNOWN') return state;
  throw new Rejection('PARTICIPANT_NOT_FOUND', 'No such participant is registered', {
    allowed: ['register a participant'],
  });
}

/** The living participant. @throws Rejection `PARTICIPANT_NOT_FOUND`, `DECEASED` */
export function requireLiving(state: ParticipantState): Registered {
  const known = requireRegistered(state);
  if (known.situation === 'REGISTERED') return known;
  throw new Rejection('DECEASED', `The participant died on ${known.diedOn}`, {
    allowed: ['submit a death claim'],
  });
}
