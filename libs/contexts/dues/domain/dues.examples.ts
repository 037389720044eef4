import { localDate, period, rupiah } from '#kernel';
import type { DuesEvent } from './dues.events.js';

export const FACTORY = '7c1d2e3f-0a4b-5c6d-8e7f-901234567801';

/** A report of a month, which makes the bill grow; due in the middle of the next month. */
export const monthBilled = (
  month: string,
  changeIdr: number,
  reportId: string,
  dueOn: string,
  reliefIdr?: number,
): DuesEvent => ({
  type: 'MonthBilled',
  data: {
    employerId: FACTORY,
    reportId,
    period: period(month),
    components: [{ code: 'CONTRIB_JKK', amountIdr: rupiah(changeIdr) }],
    changeIdr: rupiah(changeIdr),
    ...(reliefIdr !== undefined && { reliefIdr: rupiah(reliefIdr) }),
    dueOn: localDate(dueOn),
    effectiveOn: localDate('2026-11-20'),
  },
});

export const duesPaid = (
  amountIdr: number,
  on: string,
  bankReference = 'B-1',
  backDatedBy?: string,
): DuesEvent => ({
  type: 'DuesPaid',
  data: {
    employerId: FACTORY,
    paymentId: `payment-${bankReference}`,
    amountIdr: rupiah(amountIdr),
    bankReference,
    ...(backDatedBy !== undefined && { backDatedBy }),
    effectiveOn: localDate(on),
  },
});

export const monthSettled = (
  month: string,
  contributionIdr: number,
  on: string,
  reportIds: readonly string[],
  [fineIdr, monthsLate] = [0, 0],
): DuesEvent => ({
  type: 'MonthSettled',
  data: {
    employerId: FACTORY,
    period: period(month),
    contributionIdr: rupiah(contributionIdr),
    fineIdr: rupiah(fineIdr),
    monthsLate,
    reportIds,
    effectiveOn: localDate(on),
  },
});
