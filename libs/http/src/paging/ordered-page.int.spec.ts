import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Kysely, type Row, createStatements, index, integer, ordering, sql, table } from '#postgres';
import { type FreshDatabase, freshDatabase } from '#testing';
import { forgetStatements } from '../../../postgres/src/prepared.js';
import { orderedPage } from './ordered-page.js';
import { PAGE_SIZE } from './page.js';

const things = table(
  'things',
  { number: integer().key(), weight: integer() },
  { indexes: [index('things_by_weight', ['weight', 'number'])] },
);
const BY_WEIGHT = ordering(things, ['weight', 'number']);

describe('A page of a list', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    forgetStatements();
    fresh = await freshDatabase();
    const { kysely } = fresh.database;
    for (const statement of createStatements(things)) await sql.raw(statement).execute(kysely);
    await sql`insert into things select n, n % 7 from generate_series(1, 5000) as n`.execute(kysely);
    await sql`analyze things`.execute(kysely);
  });
  afterAll(() => fresh.drop());

  const reading = () =>
    fresh.database.reading('public', ['things']) as Kysely<{ things: Row<typeof things> }>;
  const page = (limit: number, cursor?: string) =>
    orderedPage(reading().selectFrom('things').selectAll(), BY_WEIGHT, { limit, cursor }, (row) => row);
  const plans = async () => {
    const { rows } = await sql<{ text: string; custom: number; generic: number }>`
      select statement as text, custom_plans as custom, generic_plans as generic from pg_prepared_statements`.execute(
      reading(),
    );
    return rows.filter(({ text }) => text.includes('things'));
  };

  it('goes on where the one before ended, to the last', async () => {
    const seen: number[] = [];
    let next = await page(PAGE_SIZE);
    while (next.nextCursor !== null) {
      seen.push(...next.items.map(({ number }) => number));
      next = await page(PAGE_SIZE, next.nextCursor);
    }
    seen.push(...next.items.map(({ number }) => number));
    expect(new Set(seen).size).toBe(5000);
    expect(seen.slice(0, 2)).toEqual([7, 14]);
  });

  it('of the usual size is planned once, however many ask for it', async () => {
    for (let asked = 0; asked < 20; asked++) await page(PAGE_SIZE);
    const made = await plans();
    expect(made).toHaveLength(2);
    for (const { custom, generic } of made) expect(generic).toBeGreaterThan(custom);
  });

  it('of other sizes is no statement of its own', async () => {
    for (const limit of [1, 7, 49, 51, 200]) expect((await page(limit)).items).toHaveLength(limit);
    expect(await plans()).toHaveLength(3);
  });
});
