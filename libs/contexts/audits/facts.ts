export type { OpeningEvent, OpeningReason, SealedPart, SealedPartOpened } from './domain/opening.events.js';
export { OPENING_REASONS, SEALED_PARTS } from './domain/opening.events.js';
export { type OpenSealedInput, type SealedThere, openSealed } from './domain/open-sealed.js';
export { openings } from './domain/opening.js';
