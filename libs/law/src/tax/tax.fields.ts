import { amount, bool, type Fields, integer, optional } from '../kernel/read.js';
import type { TaxFacts } from './tax-memo.js';

export const taxFields: Fields<TaxFacts> = {
  firstPaymentYear: optional(integer(1978, 2199)),
  paidWithinTwoYears: optional(amount()),
  npwp: optional(bool),
};
