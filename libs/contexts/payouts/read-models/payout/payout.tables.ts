import { type Row, index, integer, json, ordering, rupiah, day, table, text, uuid } from '#postgres';
import { timelineTable } from '#followers';
import type { PayoutSource, ReturnReason } from '../../domain/payout.events.js';
import type { PayoutStatus } from '../../domain/payout.js';

export const payouts = table(
  'payouts',
  {
    payoutId: uuid().key(),
    participantId: uuid(),
    sourceKind: text<PayoutSource['kind']>(),
    sourceId: uuid(),
    payee: text(),
    facilityId: uuid().nullable(),
    componentCodes: json<readonly string[]>(),
    amountIdr: rupiah(),
    payBy: day().nullable(),
    orderedOn: day(),
    status: text<PayoutStatus>(),
    /** Null for a PLKK before it is paid, and once the person's key was destroyed. */
    bank: text().nullable(),
    /** The last four digits only: nobody needs the rest to follow a payment. */
    accountMasked: text().nullable(),
    instructionNumber: text().nullable(),
    bankReference: text().nullable(),
    settledOn: day().nullable(),
    /** Why the money came back the last time, and how often it did. */
    returnReason: text<ReturnReason>().nullable(),
    returns: integer(),
    revision: integer(),
  },
  {
    indexes: [
      index('payouts_by_urgency', [['payBy', '9999-12-31'], 'payoutId']),
      index('payouts_by_status', ['status', 'payBy', 'payoutId']),
      index('payouts_by_source', ['sourceId', 'payBy', 'payoutId']),
      index('payouts_by_participant', ['participantId', 'payBy', 'payoutId']),
    ],
  },
);

export type PayoutRow = Row<typeof payouts>;

/** What must be paid first comes first; payments without a last day come last. */
export const BY_URGENCY = ordering(payouts, [['payBy', '9999-12-31'], 'payoutId']);

/** An account in full, for finance: of a person only as long as the bank is still to be told. */
export const accounts = table('accounts', {
  /** The payment of a person, or the facility. */
  ownerId: uuid().key(),
  bank: text(),
  number: text(),
  holder: text(),
});

export const timeline = timelineTable();
