/** What other contexts may know of reviews and of what is owed: what waits for whom. */
export { receivableSteps, reviewSteps, waiverSteps } from './domain/review-steps.js';
export type { ReceivableRecorded } from './domain/receivable.events.js';
export { type RecordReceivableInput, receivableIdOf } from './domain/receivable.js';
