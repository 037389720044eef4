import { amount, date, eventDate, type Fields, integer, list, oneOf, optional } from '../kernel/read.js';
import type { LatePaymentInput } from './late-payment.js';
import { SERVICE_PROGRAMS } from './service.rules.js';

const MOST_DAYS_LATE = 3_660;

export const latePaymentFields: Fields<LatePaymentInput> = {
  benefitDue: amount(),
  daysLate: optional(integer(0, MOST_DAYS_LATE)),
  program: optional(oneOf(SERVICE_PROGRAMS)),
  completeOn: optional(eventDate),
  paidOn: optional(date),
  holidays: optional(list(date, 1_000)),
};
