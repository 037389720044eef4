import type { LocalDate } from '#kernel';
import { type Row, day, index, integer, json, rupiah, table, text, uuid, yesNo } from '#postgres';
import type { PayoutSteps } from '../../domain/payment-step.js';
import type { MoneyBackReason, ReturnReason } from '../../domain/money-back.events.js';
import type { PayoutCancelReason, PayoutSource } from '../../domain/payout.events.js';
import type { PayoutStatus } from '../../domain/payout-state.js';
import type { CompensationStatus } from './payout.answers.js';

/** Where every payment stands. */
export const payouts = table(
  'payouts',
  {
    payoutId: uuid().key(),
    participantId: uuid(),
    sourceKind: text<PayoutSource['kind']>(),
    sourceId: uuid(),
    payee: text(),
    facilityId: uuid().nullable(),
    employerId: uuid().nullable(),
    heirId: uuid().nullable(),
    componentCodes: json<readonly string[]>(),
    amountIdr: rupiah(),
    /** Only where something was deducted. */
    benefitIdr: rupiah().nullable(),
    deductedIdr: rupiah().nullable(),
    /** The last day in time; days on which it stood still are not counted. */
    payBy: day().nullable(),
    /** Since when it is late no longer: it stands still, or has arrived by what somebody entered. */
    lateUntil: day().nullable(),
    /** What the fold of its steps knows. */
    known: json<PayoutSteps>(),
    orderedOn: day(),
    status: text<PayoutStatus>(),
    /** Null for a PLKK or an employer before it is paid, and once the person's key was destroyed. */
    bank: text().nullable(),
    /** The last four digits only: nobody needs the rest to follow a payment. */
    accountMasked: text().nullable(),
    instructionNumber: text().nullable(),
    bankReference: text().nullable(),
    settledOn: day().nullable(),
    /** The day on which the money arrived, as somebody entered it late and nobody has confirmed it. */
    enteredSettledOn: day().nullable(),
    enteredBy: text().nullable(),
    /** What is owed for a delay beside it. */
    daysLate: integer(),
    lateCompensationIdr: rupiah(),
    /** Where it has got to; null where nothing is owed. */
    lateCompensation: text<CompensationStatus>().nullable(),
    /** Why the money came back the last time, and how often it did. */
    returnReason: text<ReturnReason | MoneyBackReason>().nullable(),
    returns: integer(),
    /** What of it came back although it stands, and what the payee keeps though it is not theirs. */
    cameBackIdr: rupiah(),
    keptIdr: rupiah(),
    /** It was for heirs in place of a participant who lives after all. */
    isNotTheirs: yesNo(),
    /** Why nobody makes it any more. */
    cancelReason: text<PayoutCancelReason>().nullable(),
    revision: integer(),
  },
  {
    indexes: [
      index('payouts_by_urgency', [['payBy', '9999-12-31'], 'payoutId']),
      index('payouts_by_status', ['status', 'payBy', 'payoutId']),
      index('payouts_by_source', ['sourceId', 'payBy', 'payoutId']),
      index('payouts_by_participant', ['participantId', 'payBy', 'payoutId']),
      index('payouts_by_facility', ['facilityId', 'payBy', 'payoutId']),
    ],
  },
);

export type PayoutRow = Row<typeof payouts>;

/** Whether it is late on a day: neither settled nor given up, and its last day is over. While it stands still no further one counts. */
export function isOverdue({ status, payBy, lateUntil }: PayoutRow, today: LocalDate): boolean {
  if (status === 'SETTLED' || status === 'CANCELLED' || payBy === null) return false;
  return payBy < today && (lateUntil === null || payBy < lateUntil);
}
