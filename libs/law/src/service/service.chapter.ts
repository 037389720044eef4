import * as conventions from './service.conventions.js';
import * as rules from './service.rules.js';
import { calculator } from '../kernel/calculator.js';
import { type Chapter, conventionsOf, rulesOf } from '../kernel/chapter.js';
import { calculateLatePayment } from './late-payment.js';
import { SERVICE_DECISIONS } from './service.decisions.js';
import { latePaymentFields } from './service.fields.js';

/** Pelayanan: by when a benefit is paid, and what lateness costs. */
export const SERVICE: Chapter = {
  folder: 'service',
  rules: [{ title: { id: 'Pelayanan', en: 'Service times' }, rules: rulesOf(rules) }],
  conventions: conventionsOf(conventions),
  calculators: { LATE_PAYMENT: calculator(latePaymentFields, calculateLatePayment) },
  decisions: SERVICE_DECISIONS,
};
