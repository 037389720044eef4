import { type Rupiah, ZERO_RUPIAH, eventIdOf, inProportion, rupiah, totalOf } from '#kernel';
import type { ClaimApproved, IdentifiedPayment } from './decision.events.js';
import type { InterimApproved } from './interim.events.js';
import type { DifferenceApproved, PaidTooMuch, PaidTooMuchOf } from './reassessment.events.js';

/**
 * What an approval has paid persons and employers: a facility credits its invoices. What is not recorded yet has no id, and so nothing
 * that could be told apart.
 */
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
 * Which payments to an employer, or to whoever claimed, are not due where so much is too much: of what was approved last first, which no
 * bank may have yet. Heirs who were paid by one approval each take their share of it.
 */
export function notDueOf(
  payments: readonly IdentifiedPayment[],
  { employerId, amountIdr }: PaidTooMuch,
): readonly IdentifiedPayment[] {
  let left: number = amountIdr;
  const theirs = payments.filter((payment) => payment.employerId === employerId);
  const approvals = [...new Set(theirs.map(({ approvalId }) => approvalId))];
  return approvals.toReversed().flatMap((approval) => {
    const approved = theirs.filter(({ approvalId }) => approvalId === approval);
    const part = Math.min(left, totalOf(approved));
    left -= part;
    return sharesOf(approved, rupiah(part));
  });
}

/** A part of what was approved at once, of each payment in proportion. */
function sharesOf(payments: readonly IdentifiedPayment[], part: Rupiah): readonly IdentifiedPayment[] {
  const shares = inProportion(
    payments.map(({ amountIdr }) => amountIdr),
    part,
  );
  return payments.flatMap((payment, place) => {
    const amountIdr = shares[place] ?? ZERO_RUPIAH;
    return amountIdr > 0 ? [{ ...payment, amountIdr }] : [];
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
