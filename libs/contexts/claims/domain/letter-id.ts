import { derivedId } from '#kernel';

/** The letter that follows from an event: of each one at most. */
export const letterIdOf = (eventId: string): string => derivedId('letter', eventId);
