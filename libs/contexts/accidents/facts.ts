/** What other contexts may know of accidents: facts from the log, and the shapes of events. */
export type * from './domain/accident.events.js';
export type { CloseBillingInput } from './domain/close-billing.js';
export { type AccidentFacts, type CareInvoice, accidentFacts } from './accident-facts.js';
