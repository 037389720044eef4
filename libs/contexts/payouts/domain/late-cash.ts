import { type Rupiah, ZERO_RUPIAH, rupiah } from '#kernel';
import { fundOf, moneyKindOf } from '#law';
import type { PayoutOrdered } from './payout.events.js';

/** What of a payment costs 1 % a day once it is late, and by which programme. */
export interface LateCash {
  readonly program: 'JKK' | 'JKM';
  readonly amountIdr: Rupiah;
}

/** As whom heirs are paid: each by themselves, or through a guardian. */
export const PAYEES_OF_HEIRS: readonly string[] = ['HEIR', 'GUARDIAN'];

/** Whether heirs are paid. */
export const isOfHeirs = ({ payee }: Pick<PayoutOrdered['data'], 'payee'>): boolean =>
  PAYEES_OF_HEIRS.includes(payee);

/** Whether the participant is paid, who may die before the money arrives. */
export const isOfParticipant = ({ payee }: Pick<PayoutOrdered['data'], 'payee'>): boolean =>
  payee === 'PARTICIPANT';

/**
 * What a participant or an heir is paid in cash for a claim (PP 44/2015 Art. 37, 40): care is no cash, and what was deducted is not paid
 * late. Undefined where a delay owes nothing.
 */
export function lateCashOf(order: PayoutOrdered['data']): LateCash | undefined {
  const { source, componentCodes, amountIdr: paidIdr, careIdr = ZERO_RUPIAH } = order;
  const isOfPerson = source.kind === 'CLAIM' && (isOfParticipant(order) || isOfHeirs(order));
  const program = componentCodes.map(fundOf).find((fund) => fund === 'JKK' || fund === 'JKM');
  const isCare = componentCodes.every((code) => moneyKindOf(code) === 'CARE');
  const amountIdr = rupiah(isCare ? 0 : Math.max(0, paidIdr - careIdr));
  return isOfPerson && program !== undefined && amountIdr > 0 ? { program, amountIdr } : undefined;
}
