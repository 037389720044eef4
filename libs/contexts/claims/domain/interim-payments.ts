import { eventIdOf, rupiah, totalOf } from '#kernel';
import type { InterimApproved, InterimPaidTooMuch, InterimPayment } from './interim.events.js';

/** What an approval has paid. What is not recorded yet has no id, and so nothing that could be told apart. */
export function interimPaymentsOf(event: InterimApproved): readonly InterimPayment[] {
  const approvalId = eventIdOf(event);
  if (approvalId === undefined) return [];
  return event.data.payments.map(({ payee, employerId, heirId, amountIdr }) => ({
    approvalId,
    payee,
    ...(employerId && { employerId }),
    ...(heirId && { heirId }),
    amountIdr,
  }));
}

/**
 * Which payments to an employer, or to whoever claimed, are not due where so much is too much: of the last ones first, which no bank may
 * have yet.
 */
export function notDueOf(
  payments: readonly InterimPayment[],
  { employerId, amountIdr }: Pick<InterimPaidTooMuch['data'], 'employerId' | 'amountIdr'>,
): readonly InterimPayment[] {
  let left: number = amountIdr;
  return payments.toReversed().flatMap((payment) => {
    const part = payment.employerId === employerId ? Math.min(left, payment.amountIdr) : 0;
    left -= part;
    return part > 0 ? [{ ...payment, amountIdr: rupiah(part) }] : [];
  });
}

/** What is left of the payments without what is not due. */
export function withoutNotDue(
  payments: readonly InterimPayment[],
  notDue: readonly InterimPayment[],
): readonly InterimPayment[] {
  return payments.flatMap((payment) => {
    const left = payment.amountIdr - totalOf(notDue.filter((one) => isSame(one, payment)));
    return left > 0 ? [{ ...payment, amountIdr: rupiah(left) }] : [];
  });
}

const isSame = (one: InterimPayment, other: InterimPayment): boolean =>
  one.approvalId === other.approvalId &&
  one.payee === other.payee &&
  one.employerId === other.employerId &&
  one.heirId === other.heirId;
