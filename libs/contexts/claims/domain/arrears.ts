import { type LocalDate, type Period, type Rupiah, addDays, totalOf } from '#kernel';
import { ARREARS_NOTICE_DAYS } from '#law';
import type { ArrearsMonth } from './arrears.events.js';

/** How a claim is denied whose arrears nobody paid (reference 2.8, D-07). It is reopened by paying them. */
export const ARREARS_NOT_SETTLED = 'ARREARS_NOT_SETTLED';

/** Until when arrears are asked for, from the day of the notice. */
export const settleByOf = (heldOn: LocalDate): LocalDate => addDays(heldOn, ARREARS_NOTICE_DAYS.value);

/** Those that are unpaid. */
export const unpaidMonths = (arrears: readonly ArrearsMonth[]): readonly ArrearsMonth[] =>
  arrears.filter(({ isPaid }) => !isPaid);

/** The months that have to be paid still, for a refusal that names them. */
export const unpaidOf = (arrears: readonly ArrearsMonth[]): { readonly unpaid: readonly Period[] } => ({
  unpaid: unpaidMonths(arrears).map(({ period }) => period),
});

/** What they come to. */
export const unpaidIdrOf = (arrears: readonly ArrearsMonth[]): Rupiah => totalOf(unpaidMonths(arrears));
