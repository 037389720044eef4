import type { RecordedEvent } from '#event-store';
import { type BankAccount, type EventOf, maskAccountNumber } from '#kernel';
import { type Transaction, type Updateable, defineProjection, sql, tell } from '#read-store';
import type { PayoutEvent } from '../../domain/payout.events.js';
import { type PayoutRow, type PayoutTables, createPayoutTables } from './payout.tables.js';

type Tables = Transaction<PayoutTables>;
type Recorded<Type extends PayoutEvent['type']> = RecordedEvent<EventOf<PayoutEvent, Type>>;

/** Where every payment stands, and its story. */
export const payoutProjection = defineProjection<PayoutEvent, PayoutTables>({
  name: 'payout',
  version: 2,
  categories: ['payout'],
  createTables: createPayoutTables,
  on: {
    PayoutOrdered: addPayout,
    PayoutInstructed: (event, tables) =>
      change(event, tables, {
        status: 'INSTRUCTED',
        instruction_number: event.data.instructionNumber,
        bank_reference: null,
        ...(event.data.facilityAccount ? accountColumns(event.data.facilityAccount) : {}),
      }),
    PayoutAccepted: (event, tables) =>
      change(event, tables, { status: 'ACCEPTED', bank_reference: event.data.bankReference }),
    PayoutSettled: (event, tables) =>
      change(event, tables, { status: 'SETTLED', settled_on: event.data.settledOn }),
    PayoutReturned: (event, tables) =>
      change(event, tables, {
        status: 'RETURNED',
        bank_reference: event.data.bankReference,
        return_reason: event.data.reason,
        returns: sql<number>`returns + 1`,
      }),
    PayoutAccountCorrected: (event, tables) =>
      change(event, tables, {
        status: 'ORDERED',
        instruction_number: null,
        bank_reference: null,
        ...accountColumns(event.data.person.account),
      }),
  },
});

async function addPayout(event: Recorded<'PayoutOrdered'>, tables: Tables): Promise<void> {
  const { data, revision } = event;
  await tables
    .insertInto('payouts')
    .values({
      payout_id: data.payoutId,
      participant_id: data.participantId,
      source_kind: data.source.kind,
      source_id: data.source.id,
      payee: data.payee,
      facility_id: data.facilityId ?? null,
      component_codes: sql`${JSON.stringify(data.componentCodes)}::jsonb`,
      amount_idr: data.amountIdr,
      pay_by: data.payBy ?? null,
      ordered_on: data.effectiveOn,
      status: 'ORDERED',
      ...accountColumns(data.person?.account),
      instruction_number: null,
      bank_reference: null,
      settled_on: null,
      return_reason: null,
      returns: 0,
      revision: Number(revision),
    })
    .execute();
  await tell(event, tables);
}

async function change(
  event: RecordedEvent<PayoutEvent>,
  tables: Tables,
  columns: Updateable<PayoutRow> | { readonly returns: ReturnType<typeof sql<number>> },
): Promise<void> {
  await tables
    .updateTable('payouts')
    .set({ ...columns, revision: Number(event.revision) })
    .where('payout_id', '=', event.data.payoutId)
    .execute();
  await tell(event, tables);
}

/** An erased person's account is unknown, whatever was known before. */
function accountColumns(account: BankAccount | undefined): Pick<PayoutRow, 'bank' | 'account_masked'> {
  return account
    ? { bank: account.bank, account_masked: maskAccountNumber(account.number) }
    : { bank: null, account_masked: null };
}
