export { calculateLatePayment, serviceDueDate } from './late-payment.js';
export type { ServiceProgram } from './service.rules.js';
export { confirmersOf, isBackDated, notBackDatedFrom } from './back-dated.js';
export { type Received, countedFrom } from './received.js';
export { stepDueBy } from './step-days.js';
export { type SinceClosing, sinceWith, yearToClose } from './closed-years.js';
export { type BackDatedKind, COUNTER_QUESTIONS_PER_HOUR } from './service.conventions.js';
