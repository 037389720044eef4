import type { RecordedEvent } from '#event-store';
import type { EventOf } from '#kernel';
import type { PayoutEvent } from '#contexts/payouts/facts';
import { type Handler } from '#followers';
import { type Transaction, type Updateable, sql } from '#postgres';
import type { ClaimPayoutRow, ClaimTables } from './claim.tables.js';

type Tables = Transaction<ClaimTables>;
type Recorded<Type extends PayoutEvent['type']> = RecordedEvent<EventOf<PayoutEvent, Type>>;

export async function ordered({ data }: Recorded<'PayoutOrdered'>, tables: Tables): Promise<void> {
  if (data.source.kind !== 'CLAIM') return;
  const claimId = data.source.id;
  await tables
    .insertInto('claim_payouts')
    .values({
      payout_id: data.payoutId,
      claim_id: claimId,
      payee: data.payee,
      amount_idr: data.amountIdr,
      status: 'ORDERED',
      settled_on: null,
    })
    .execute();
  await followPayouts(claimId, tables);
}

export function settled({ data }: Recorded<'PayoutSettled'>, tables: Tables): Promise<void> {
  return change(data.payoutId, { status: 'SETTLED', settled_on: data.settledOn }, tables);
}

/** The payout is at another station of its way. */
export function movedTo(
  status: ClaimPayoutRow['status'],
): Handler<
  EventOf<PayoutEvent, 'PayoutInstructed' | 'PayoutAccepted' | 'PayoutReturned' | 'PayoutAccountCorrected'>,
  ClaimTables
> {
  return ({ data }, tables) => change(data.payoutId, { status }, tables);
}

/** Payouts of scholarships have no row here and change nothing. */
async function change(payoutId: string, row: Updateable<ClaimPayoutRow>, tables: Tables): Promise<void> {
  const changed = await tables
    .updateTable('claim_payouts')
    .set(row)
    .where('payout_id', '=', payoutId)
    .returning('claim_id')
    .executeTakeFirst();
  if (changed) await followPayouts(changed.claim_id, tables);
}

/** A claim is paid when everything approved is settled, and returned as soon as one payout came back. */
async function followPayouts(claimId: string, tables: Tables): Promise<void> {
  const sums = tables
    .selectFrom('claim_payouts')
    .where('claim_id', '=', claimId)
    .select([
      sql`coalesce(sum(amount_idr), 0)::bigint`.as('ordered'),
      sql`coalesce(sum(amount_idr) filter (where status = 'SETTLED'), 0)::bigint`.as('paid'),
      sql`bool_or(status = 'RETURNED')`.as('returned'),
    ]);
  await tables
    .updateTable('claims')
    .from(sums.as('sums'))
    .set({
      ordered_idr: sql`sums.ordered`,
      paid_idr: sql`sums.paid`,
      status: sql`case when sums.returned then 'PAYMENT_RETURNED'
                       when sums.paid = claims.total_idr then 'PAID'
                       else 'PAYMENT_ORDERED' end`,
    })
    .where('claim_id', '=', claimId)
    .execute();
}
