import { description } from '../kernel/convention.js';

export const TAX_OF_THIS_PAYMENT_ALONE = description(
  'Q-21',
  'Tax: two calendar years from which payment, what does the tariff of incomes apply to, who withholds?',
  'From the first payment that is known (`firstPaymentYear`). The tariff of incomes is applied to this payment alone, because other income is not known; heirs are taxed alike. The tax is information, rounded half up to whole rupiah, and no part of the benefit.',
);
