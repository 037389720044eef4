import { position, uuid } from '#postgres';

/** What stands in every fact: which event said it, and where that stands in the log. */
export const TOLD = { eventId: uuid().key(), logPosition: position() };
