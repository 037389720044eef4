import type { RecordedEvent } from '#event-store';
import type { EventOf } from '#kernel';
import type { PayoutEvent } from '#contexts/payouts/facts';
import { type Handler } from '#followers';
import { type Transaction, type Updateable, sql } from '#postgres';
import type { ScholarshipTables, ScholarshipYearRow, YearStatus } from './scholarship.tables.js';
import { tell } from './timeline.js';

type Tables = Transaction<ScholarshipTables>;
type Recorded<Type extends PayoutEvent['type']> = RecordedEvent<EventOf<PayoutEvent, Type>>;

/** A payment belongs to the year whose approval it names; payments of claims belong to none. */
export async function ordered(event: Recorded<'PayoutOrdered'>, tables: Tables): Promise<void> {
  const { source, payoutId } = event.data;
  if (source.kind !== 'SCHOLARSHIP_YEAR') return;
  const payment = { status: 'PAYMENT_ORDERED' as const, payout_id: payoutId };
  await changeYear(event, tables, ['approval_id', source.eventId], payment);
}

export async function settled(event: Recorded<'PayoutSettled'>, tables: Tables): Promise<void> {
  const { payoutId, amountIdr, settledOn } = event.data;
  const scholarshipId = await changeYear(event, tables, ['payout_id', payoutId], {
    status: 'PAID',
    paid_on: settledOn,
  });
  if (!scholarshipId) return;
  await tables
    .updateTable('scholarships')
    .set({ paid_idr: sql`paid_idr + ${amountIdr}` })
    .where('scholarship_id', '=', scholarshipId)
    .execute();
}

/** The payment of a year is at another station of its way. */
export function moved(
  status: YearStatus,
): Handler<
  EventOf<PayoutEvent, 'PayoutInstructed' | 'PayoutAccepted' | 'PayoutReturned' | 'PayoutAccountCorrected'>,
  ScholarshipTables
> {
  return async (event, tables) => {
    await changeYear(event, tables, ['payout_id', event.data.payoutId], { status });
  };
}

/** Changes the year that a payment is for and tells its story; undefined when it is for a claim. */
async function changeYear(
  event: RecordedEvent<PayoutEvent>,
  tables: Tables,
  [column, id]: readonly ['approval_id' | 'payout_id', string],
  columns: Updateable<ScholarshipYearRow>,
): Promise<string | undefined> {
  const changed = await tables
    .updateTable('scholarship_years')
    .set(columns)
    .where(column, '=', id)
    .returning(['scholarship_id', 'year'])
    .executeTakeFirst();
  if (changed) await tell(tables, event, changed.scholarship_id, changed.year);
  return changed?.scholarship_id;
}
