import { eventIdOf, rupiah, totalOf } from '#kernel';
import type { ClaimApproved, IdentifiedPayment } from './claim.events.js';
import type { InterimApproved } from './interim.events.js';
import type { DifferenceApproved, PaidTooMuch, PaidTooMuchOf } from './reassessment.events.js';

/** What an approval has paid persons and employers: a facility credits its invoices. What is not recorded yet has no id, and so nothing that could be told apart. */
export function identifiedIn(
  event: ClaimApproved | DifferenceApproved | InterimApproved,
): readonly IdentifiedPayment[] {
  const approvalId = eventIdOf(event);
  if (approvalId === undefined) return [];
  return event.data.payments
    .filter(({ payee }) => payee !== 'PLKK')
    .map(({ payee, employerId, heirId, amountIdr }) => ({
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
  payments: readonly IdentifiedPayment[],
  { employerId, amountIdr }: PaidTooMuch,
): readonly IdentifiedPayment[] {
  let left: number = amountIdr;
  return payments.toReversed().flatMap((payment) => {
    const part = payment.employerId === employerId ? Math.min(left, payment.amountIdr) : 0;
    left -= part;
    return part > 0 ? [{ ...payment, amountIdr: rupiah(part) }] : [];
  });
}

/** Names the payments of what was paid too much: each of them tells what of it came back, is owed already or never went out. */
export function ofPayments(payments: readonly IdentifiedPayment[], owed: PaidTooMuch): PaidTooMuchOf {
  const notDue = notDueOf(payments, owed);
  return notDue.length > 0 ? { ...owed, ofPayments: notDue } : owed;
}

/** What is left of the payments without what is not due. */
export function withoutNotDue(
  payments: readonly IdentifiedPayment[],
  notDue: readonly IdentifiedPayment[],
): readonly IdentifiedPayment[] {
  return payments.flatMap((payment) => {
    const left = payment.amountIdr - totalOf(notDue.filter((one) => isSame(one, payment)));
    return left > 0 ? [{ ...payment, amountIdr: rupiah(left) }] : [];
  });
}

const isSame = (one: IdentifiedPayment, other: IdentifiedPayment): boolean =>
  one.approvalId === other.approvalId &&
  one.payee === other.payee &&
  one.employerId === other.employerId &&
  one.heirId === other.heirId;
