export { calculateLatePayment, type LatePaymentInput, serviceDueDate } from './late-payment.js';
export { SERVICE_PROGRAMS, type ServiceProgram } from './service.rules.js';
