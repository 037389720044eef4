import type { TablesIn } from '#followers';
import type { Period, Rupiah } from '#kernel';
import { sql } from '#postgres';
import type { CarriedGroup } from '../../domain/sponsor-arrears.js';
import type { participantReadModel } from './participant.read-model.js';

type Tables = TablesIn<typeof participantReadModel>;

/** Payments that were taken back do not count; one that was recorded again does. */
const counting = () => sql`
  having count(*) > (select count(*) from ${sql.table('reversals')} as back
    where back.participant_id = those.participant_id and back.period = those.period
      and back.receipt = those.receipt and back.paid_on = those.paid_on)`;

/** What a sponsor paid under an agreement, by first month and number of months. */
export async function paymentsUnder(
  tables: Tables,
  agreementId: string,
): Promise<readonly { readonly period: Period; readonly months: number; readonly amountIdr: Rupiah }[]> {
  const { rows } = await sql<{ period: Period; months: number; amountIdr: Rupiah }>`
    select period, months, sum(amount_idr)::bigint as amount_idr
    from (
      select those.period, those.months, max(those.amount_idr) as amount_idr
      from ${sql.table('contributions')} as those
      where those.agreement_id = ${agreementId}
      group by those.participant_id, those.period, those.months, those.receipt, those.paid_on
      ${counting()}) as counted
    group by period, months order by period, months`.execute(tables);
  return rows;
}

/**
 * For how many people a sponsor promised to pay in each month, and for how many it did, by what their tariff is computed of. Nobody
 * is promised anything after the month of death.
 */
export async function carriedGroups(
  tables: Tables,
  agreementId: string,
  periods: readonly Period[],
): Promise<readonly CarriedGroup[]> {
  if (periods.length === 0) return [];
  const { rows } = await sql<CarriedGroup>`
    with months as (select period from unnest(${[...periods]}::text[]) as month (period)),
    paid as (
      select distinct coalesce(alias.goes_on_as, counted.participant_id) as participant_id, months.period
      from (
        select those.participant_id, those.period, those.last_period
        from ${sql.table('contributions')} as those
        where those.agreement_id = ${agreementId}
        group by those.participant_id, those.period, those.last_period, those.receipt, those.paid_on
        ${counting()}) as counted
      join months on counted.period <= months.period and counted.last_period >= months.period
      left join ${sql.table('aliases')} as alias on alias.id = counted.participant_id)
    select months.period, people.income_base_idr, people.bands, people.sector,
      count(*)::integer as promised,
      count(paid.participant_id)::integer as paid,
      (count(*) filter (where paid.participant_id is null and exists (
        select from ${sql.table('contributions')} as those
        where those.participant_id = people.participant_id
          and those.period <= months.period and those.last_period >= months.period
        group by those.participant_id, those.period, those.receipt, those.paid_on
        ${counting()})))::integer as by_others
    from months
    join ${sql.table('roster')} as places on places.agreement_id = ${agreementId}
      and places.from_month <= months.period and coalesce(places.last_month >= months.period, true)
    left join ${sql.table('aliases')} as alias on alias.id = places.participant_id
    join ${sql.table('participants')} as people
      on people.participant_id = coalesce(alias.goes_on_as, places.participant_id)
      and coalesce(left(people.died_on, 7) >= months.period, true)
    left join paid on paid.participant_id = people.participant_id and paid.period = months.period
    group by months.period, people.income_base_idr, people.bands, people.sector
    order by months.period`.execute(tables);
  return rows;
}

/** Whose first month, and whose last month each was. */
export async function joinersAndLeavers(tables: Tables, agreementId: string) {
  const rows = await tables
    .selectFrom('roster')
    .select((of) => ['fromMonth', 'lastMonth', of.fn.countAll<number>().as('people')])
    .where('agreementId', '=', agreementId)
    .groupBy(['fromMonth', 'lastMonth'])
    .execute();
  const joined = new Map<Period, number>();
  const left = new Map<Period, number>();
  for (const { fromMonth, lastMonth, people } of rows) {
    joined.set(fromMonth, (joined.get(fromMonth) ?? 0) + people);
    if (lastMonth !== null) left.set(lastMonth, (left.get(lastMonth) ?? 0) + people);
  }
  return { joined, left };
}
