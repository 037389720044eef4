import { position, uuid } from '#postgres';

/** What stands where nobody said it, or a contract does not tell it apart. */
export const UNSTATED = 'UNSTATED';

/**
 * What stands in every fact: which event said it, and where that stands in the log. Facts are what contracts said, one row for one event, and
 * are never changed: an event that comes late, or out of a dead letter, gives the same facts as one that came in time. What follows from
 * several of them is folded from all of them (`people`, `memberships`).
 */
export const TOLD = { eventId: uuid().key(), logPosition: position() };
