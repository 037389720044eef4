export { serviceDueDate } from './late-payment.js';
export { isBackDated } from './back-dated.js';
export { COUNTER_QUESTIONS_PER_HOUR } from './service.conventions.js';
