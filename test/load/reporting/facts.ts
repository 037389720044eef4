import { prepareTables, schemaOf } from '#followers';
import { type Database, sql } from '#postgres';
import { REPORTING } from '#reporting';

/** Of so many facts one is about somebody who has another membership at the same time. */
const ONE_IN_SEVERAL = 50;

/**
 * Stores invented memberships as if contracts had told of them: three in four still hold, in three segments, eleven branches and twenty-three
 * districts; one in fifty is of somebody who has two.
 */
export async function storeMemberships(database: Database, count: number): Promise<void> {
  await prepareTables(database, REPORTING);
  const id = (of: string) => sql.raw(`md5(${of})::uuid`);
  await sql`alter table ${sql.table(`${schemaOf(REPORTING)}.memberships`)} set (autovacuum_enabled = off)`.execute(
    database.kysely,
  );
  const step = 500_000;
  for (let from = 0; from < count; from += step) {
    await sql`
      insert into ${sql.table(`${schemaOf(REPORTING)}.memberships`)}
        (participant_id, membership, from_on, until_on, person_id, segment, channel, payer, district, branch, occupation_group,
         is_several)
      select ${id('person')}, segment || '/' || n, from_on, case when n % 4 = 0 then '2024-06-30' end, ${id('person')}, segment,
             'VILLAGE', (array['SELF', 'VILLAGE', 'EMPLOYER', 'CHAMBER'])[1 + n % 4], '3216' || lpad((n * 7 % 23)::text, 2, '0'),
             'J' || lpad((n % 11)::text, 2, '0'), (array['FARMER', 'FISHER', 'OJEK', 'TRADER', 'PORTER'])[1 + n % 5],
             n % ${sql.lit(ONE_IN_SEVERAL)} < 2
      from (
        select n, (array['BPU', 'BPU', 'JAKON'])[1 + n % 3] as segment,
               (case when n % ${sql.lit(ONE_IN_SEVERAL)} = 1 then n - 1 else n end)::text as person,
               to_char(date '2019-01-01' + n % 1800, 'YYYY-MM-DD') as from_on
        from generate_series(${sql.lit(from)}::int, ${sql.lit(Math.min(from + step, count) - 1)}::int) as n
      ) as invented`.execute(database.kysely);
  }
  await sql`vacuum (analyze) ${sql.table(`${schemaOf(REPORTING)}.memberships`)}`.execute(database.kysely);
}
