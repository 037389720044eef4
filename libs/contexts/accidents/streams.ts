import { derivedId } from '#event-store';
import type { LocalDate } from '#kernel';

/**
 * The identity of an accident is what happened: to whom, on which day, and the how many-th of that day. So a family and
 * an employer who both give notice of it meet the same stream, and it cannot be claimed twice.
 */
export const accidentIdOf = (participantId: string, occurredOn: LocalDate, nthOfDay = 1) =>
  derivedId('accident', participantId, occurredOn, String(nthOfDay));
