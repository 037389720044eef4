import pg from 'pg';
import { schemaOf } from '#followers';
import { createStatements } from '#postgres';
import { deadlineReadModel } from '../../../libs/contexts/deadlines/read-models/deadline/deadline.read-model.js';
import { deadlines } from '../../../libs/contexts/deadlines/read-models/deadline/deadlines.table.js';

/** Of a thousand deadlines so many days lie before today: one in a hundred is over. */
const OVER = 10;

/** Columns that say something here. */
const FILLED = [
  'deadline_id',
  'kind',
  'subject_id',
  'slot',
  'participant_id',
  'office',
  'step',
  'turn',
  'since',
  'due_on',
  'waits_until',
  'not_by',
  'amount_idr',
  'late_idr',
  'known',
];

/** Others in which something has to stand: no, or none. */
const empty = deadlines.all.filter(({ sqlName, isNullable }) => !isNullable && !FILLED.includes(sqlName));

/**
 * Stores open deadlines in the table of the read model, which is empty and stays as it was made: the same columns, keys and
 * indexes, which are built once all rows are there. Two hundred offices; what waits for finance belongs to none.
 * @param today the day on which they are looked at
 */
export async function storeDeadlines(url: string, count: number, today: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const indexes = createStatements(deadlines).filter((statement) => statement.startsWith('create index '));
  try {
    await client.query(
      `set search_path = "${schemaOf(deadlineReadModel)}"; set maintenance_work_mem = '512MB'; set synchronous_commit = off`,
    );
    await client.query('alter table deadlines drop constraint deadlines_pkey');
    for (const statement of indexes) await client.query(`drop index ${statement.split(' ')[2]!}`);
    await client.query(
      `insert into deadlines (${[...FILLED, ...empty.map(({ sqlName }) => sqlName)].join(', ')})
       select gen_random_uuid(), case when n % 4 = 3 then 'PAYOUT' else 'CLAIM' end, gen_random_uuid(), 'claim',
         gen_random_uuid(), case when n % 4 = 3 then '' when n % 200 < 4 then 'BEKASI' else 'OFFICE ' || n % 200 end,
         (array['CALCULATE_BENEFIT', 'DECIDE_CLAIM', 'ADD_DOCUMENTS', 'INSTRUCT_PAYOUT'])[1 + n % 4],
         (array['ADJUDICATOR', 'DECIDER', 'CLAIMANT', 'FINANCE'])[1 + n % 4],
         to_char($2::date - n % 30, 'YYYY-MM-DD'), day, day, '["somebody"]', 12000000, 12000000, '{}'
         ${empty.map(({ kind }) => (kind === 'yesNo' ? ', false' : ", '[]'")).join('')}
       from generate_series(1, $1::int) n,
         lateral (select to_char($2::date + (n::bigint * 7919 % 1000)::int - ${OVER}, 'YYYY-MM-DD') as day) due`,
      [count, today],
    );
    await client.query('alter table deadlines add primary key (deadline_id)');
    for (const statement of indexes) await client.query(statement);
    await client.query('vacuum (analyze) deadlines');
  } finally {
    await client.end();
  }
}
