import { type SqlBool, sql } from '#postgres';
import type { TablesIn } from '#followers';
import type { AccountToPay } from './payout.answers.js';
import type { payoutReadModel } from './payout.read-model.js';

type Tables = TablesIn<typeof payoutReadModel>;

/**
 * What `instructPayout` takes: what was ordered, and what came back from a PLKK. Each with the account that it goes to:
 * its own, or that of the facility. For finance only.
 */
export function toBeInstructed(tables: Tables) {
  const account = sql<AccountToPay | null>`
    case when owner_id is not null
      then json_build_object('bank', accounts.bank, 'number', accounts.number, 'holder', accounts.holder) end`;
  return tables
    .selectFrom('payouts')
    .leftJoin('accounts', (join) => join.on(sql<SqlBool>`owner_id = coalesce(facility_id, payout_id)`))
    .where(sql<SqlBool>`(status = 'ORDERED' or (status = 'RETURNED' and facility_id is not null))`)
    .selectAll('payouts')
    .select(account.as('account'));
}

/** Null once the bank was told, and when the person was erased. */
export async function accountToPay(tables: Tables, payoutId: string): Promise<AccountToPay | null> {
  const row = await toBeInstructed(tables).where('payoutId', '=', payoutId).executeTakeFirst();
  return row?.account ?? null;
}
