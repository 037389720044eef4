import { derivedId } from '#kernel';

/** The notice of the letter that an event leads to. Stored: its parts never change. */
export const noticeIdOf = (eventId: string): string => derivedId('notice', eventId);
