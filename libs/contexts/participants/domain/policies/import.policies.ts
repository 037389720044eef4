import { type LocalDate, type Period, type Policy, Rejection, ZERO_RUPIAH, periodOf } from '#kernel';
import { calculateBpuContribution } from '#law';
import { contributionRefusals } from '../contribution.refusals.js';
import { notFarAhead } from './contribution.policies.js';

/** What the rules of an import look at: its terms. Rows are looked at one by one. */
export interface ImportGrounds {
  readonly period: Period;
  readonly months: number;
  readonly paidOn: LocalDate;
  readonly today: LocalDate;
}

const notPaidInTheFuture: Policy<ImportGrounds> = {
  name: 'not-paid-in-the-future',
  check: ({ paidOn, today }) => (paidOn > today ? contributionRefusals.PAID_IN_FUTURE({ today }) : undefined),
};

/** The workers of the file are registered as of the payment, and nobody pays for months before a registration. */
const notForMonthsBeforeThePayment: Policy<ImportGrounds> = {
  name: 'not-for-months-before-the-payment',
  check: ({ period, paidOn }) =>
    period < periodOf(paidOn)
      ? contributionRefusals.BEFORE_REGISTRATION({ on: paidOn, byThisPayment: true })
      : undefined,
};

const monthsAreOffered: Policy<ImportGrounds> = {
  name: 'months-are-offered',
  check: ({ period, months }) => {
    try {
      calculateBpuContribution({ declaredIncome: ZERO_RUPIAH, period, months });
      return undefined;
    } catch (error) {
      if (error instanceof Rejection) return error.refusal;
      throw error;
    }
  },
};

/** In this order; the first refusal wins. */
export const IMPORT_POLICIES: readonly Policy<ImportGrounds>[] = [
  notPaidInTheFuture,
  notForMonthsBeforeThePayment,
  notFarAhead,
  monthsAreOffered,
];

/** Of a payment for people who are registered already: months before it may be paid as well. */
export const PAYMENT_LIST_POLICIES: readonly Policy<ImportGrounds>[] = [
  notPaidInTheFuture,
  notFarAhead,
  monthsAreOffered,
];
