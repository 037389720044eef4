import { type Expecting, type HandOn, type HandsTold, handTold } from '#kernel';
import type { PayoutEvent, PayoutOrdered, PayoutSource } from './payout.events.js';
import { isBody } from './payout-state.js';

/** Who decided on what a late payment owes, or gave the account where it arrived: they do not pay that. */
export const handsToldOfPayouts: HandsTold<PayoutEvent> = {
  PayoutAccountCorrected: ({ payoutId, correctorId }) => handTold('GAVE_ACCOUNT', payoutId, correctorId),
  LateCompensationEndorsed: ({ payoutId, endorserId }) => handTold('DECIDED', payoutId, endorserId),
  LateCompensationApproved: ({ payoutId, approverId }) => handTold('DECIDED', payoutId, approverId),
};

/** What is paid for: the claim, or the accident or the scholarship that tells it. */
export function claimOfSource({
  kind,
  id,
  claimId,
  accidentId,
}: PayoutSource): Pick<Expecting, 'claimId' | 'accidentId' | 'scholarshipId'> {
  if (kind === 'CLAIM') return { claimId: id };
  if (kind === 'SCHOLARSHIP_YEAR') return { scholarshipId: id };
  if (kind === 'LATENESS') return claimId === undefined ? {} : { claimId };
  return accidentId === undefined ? {} : { accidentId };
}

/** Whoever did one of these does not tell the bank: they decided that it is paid, or gave the account of the person (reference 6.2). */
export function barredFromInstructing({ source, ...order }: PayoutOrdered['data']): readonly HandOn[] {
  const { kind, id, claimId, accidentId } = source;
  // Payments of earlier releases do not name the accident: there their roles alone keep them apart.
  if (kind === 'INVOICE' && accidentId === undefined) return [];
  // Where a school year is paid was said with its evidence.
  const accountsOf = kind !== 'LATENESS' || claimId === undefined ? [id] : [id, claimId];
  return [
    { hand: 'DECIDED', of: id },
    ...(isBody(order) ? [] : accountsOf.map((of): HandOn => ({ hand: 'GAVE_ACCOUNT', of }))),
  ];
}
