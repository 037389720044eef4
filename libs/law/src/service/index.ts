export { calculateLatePayment, type LatePaymentInput, serviceDueDate } from './late-payment.js';
export { isBackDated } from './back-dated.js';
export { COUNTER_QUESTIONS_PER_HOUR } from './service.conventions.js';
export { SERVICE_PROGRAMS, type ServiceProgram } from './service.rules.js';
