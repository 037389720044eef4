import type { Reading } from '#kernel';
import { correctables } from './correctable.js';

/**
 * Where a participant is reached, as it was registered and corrected since; `ERASED` once the key of the person was destroyed. Nothing of
 * somebody whom nobody knows.
 */
export async function contactOfParticipant(
  read: Reading,
  participantId: string,
): Promise<{ readonly phone?: string } | 'ERASED'> {
  const state = await read.state(correctables, participantId);
  if (state.situation === 'UNKNOWN' || state.situation === 'ASSIGNED') return {};
  const { person } = state.situation === 'MERGED' ? state.record : state;
  if (!person) return 'ERASED';
  return person.phone === undefined ? {} : { phone: person.phone };
}
