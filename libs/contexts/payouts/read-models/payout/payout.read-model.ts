import { type BankAccount, maskAccountNumber, opened } from '#kernel';
import { type Change, category, change, put, readModel, remove } from '#followers';
import type { FacilityRegistered } from '#contexts/providers/facts';
import type { RecordedEvent } from '#event-store';
import type { PayoutEvent } from '../../domain/payout.events.js';
import { type PayoutRow, accounts, payouts, timeline } from './payout.tables.js';

const ownPayouts = category<PayoutEvent>('payout');

/** Where every payment stands, its story, and to which account it goes while the bank is still to be told. */
export const payoutReadModel = readModel({
  name: 'payout',
  version: 4,
  own: [ownPayouts],
  also: [category<FacilityRegistered>('facility')],
  tables: { payouts, accounts, timeline },
  story: [ownPayouts],
  on: {
    PayoutOrdered: ({ data, revision }) => [
      put(payouts, {
        payoutId: data.payoutId,
        participantId: data.participantId,
        sourceKind: data.source.kind,
        sourceId: data.source.id,
        payee: data.payee,
        facilityId: data.facilityId ?? null,
        componentCodes: data.componentCodes,
        amountIdr: data.amountIdr,
        payBy: data.payBy ?? null,
        orderedOn: data.effectiveOn,
        status: 'ORDERED',
        ...accountColumns(opened(data.person)?.account),
        instructionNumber: null,
        bankReference: null,
        settledOn: null,
        returnReason: null,
        returns: 0,
        revision: Number(revision),
      }),
      keepAccount(data.payoutId, opened(data.person)?.account),
    ],
    // Nobody needs the account of a person any more once the bank was told.
    PayoutInstructed: (event) => [
      remove(accounts, event.data.payoutId),
      payout(event, () => ({
        status: 'INSTRUCTED',
        instructionNumber: event.data.instructionNumber,
        bankReference: null,
        ...(event.data.facilityAccount && accountColumns(event.data.facilityAccount)),
      })),
    ],
    PayoutAccepted: (event) => [
      payout(event, () => ({ status: 'ACCEPTED', bankReference: event.data.bankReference })),
    ],
    PayoutSettled: (event) => [payout(event, () => ({ status: 'SETTLED', settledOn: event.data.settledOn }))],
    PayoutReturned: (event) => [
      payout(event, ({ returns }) => ({
        status: 'RETURNED',
        bankReference: event.data.bankReference,
        returnReason: event.data.reason,
        returns: returns + 1,
      })),
    ],
    PayoutAccountCorrected: (event) => [
      keepAccount(event.data.payoutId, opened(event.data.person)?.account),
      payout(event, () => ({
        status: 'ORDERED',
        instructionNumber: null,
        bankReference: null,
        ...accountColumns(opened(event.data.person)?.account),
      })),
    ],
    FacilityRegistered: ({ data }) => [keepAccount(data.facilityId, data.account)],
  },
});

/** Changes the payment that the event is about. */
function payout(
  { data, revision }: RecordedEvent<PayoutEvent>,
  columns: (row: PayoutRow) => Partial<PayoutRow>,
): Change {
  return change(payouts, data.payoutId, (row) => ({ ...row, ...columns(row), revision: Number(revision) }));
}

/** Undefined for the payment of a PLKK, whose account is the facility's, and once the person's key was destroyed. */
function keepAccount(ownerId: string, account: BankAccount | undefined): Change {
  if (!account) return remove(accounts, ownerId);
  const { bank, number, holder } = account;
  return put(accounts, { ownerId, bank, number, holder });
}

/** An erased person's account is unknown, whatever was known before. */
function accountColumns(account: BankAccount | undefined): Pick<PayoutRow, 'bank' | 'accountMasked'> {
  return account
    ? { bank: account.bank, accountMasked: maskAccountNumber(account.number) }
    : { bank: null, accountMasked: null };
}
