import type { RecordedEvent } from '#event-store';
import { type BankAccount, type EventOf, maskAccountNumber } from '#kernel';
import type { FacilityRegistered } from '#contexts/providers/facts';
import { type Transaction, type Updateable, sql } from '#postgres';
import { defineProjection, tell } from '#followers';
import type { PayoutEvent } from '../../domain/payout.events.js';
import { type PayoutRow, type PayoutTables, createPayoutTables } from './payout.tables.js';

type Tables = Transaction<PayoutTables>;
type Recorded<Type extends PayoutEvent['type']> = RecordedEvent<EventOf<PayoutEvent, Type>>;

/** Where every payment stands, its story, and to which account it goes while the bank is still to be told. */
export const payoutProjection = defineProjection<PayoutEvent | FacilityRegistered, PayoutTables>({
  name: 'payout',
  version: 3,
  categories: ['payout', 'facility'],
  createTables: createPayoutTables,
  on: {
    PayoutOrdered: addPayout,
    PayoutInstructed: async (event, tables) => {
      await forgetAccount(event.data.payoutId, tables);
      await change(event, tables, {
        status: 'INSTRUCTED',
        instruction_number: event.data.instructionNumber,
        bank_reference: null,
        ...(event.data.facilityAccount ? accountColumns(event.data.facilityAccount) : {}),
      });
    },
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
    PayoutAccountCorrected: async (event, tables) => {
      await keepAccount(event.data.payoutId, event.data.person.account, tables);
      await change(event, tables, {
        status: 'ORDERED',
        instruction_number: null,
        bank_reference: null,
        ...accountColumns(event.data.person.account),
      });
    },
    FacilityRegistered: ({ data }, tables) => keepAccount(data.facilityId, data.account, tables),
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
  await keepAccount(data.payoutId, data.person?.account, tables);
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

/** Undefined for the payment of a PLKK, whose account is the facility's, and once the person's key was destroyed. */
async function keepAccount(ownerId: string, account: BankAccount | undefined, tables: Tables): Promise<void> {
  await forgetAccount(ownerId, tables);
  if (!account) return;
  const { bank, number, holder } = account;
  await tables.insertInto('accounts').values({ owner_id: ownerId, bank, number, holder }).execute();
}

/** Nobody needs the account of a person any more once the bank was told. */
async function forgetAccount(ownerId: string, tables: Tables): Promise<void> {
  await tables.deleteFrom('accounts').where('owner_id', '=', ownerId).execute();
}

/** An erased person's account is unknown, whatever was known before. */
function accountColumns(account: BankAccount | undefined): Pick<PayoutRow, 'bank' | 'account_masked'> {
  return account
    ? { bank: account.bank, account_masked: maskAccountNumber(account.number) }
    : { bank: null, account_masked: null };
}
