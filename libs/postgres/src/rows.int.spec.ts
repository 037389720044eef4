import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '#testing';
import { sql } from './index.js';

describe('Rows of a question', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(() => fresh.drop());

  const asked = async (columns: string) => {
    const { rows } = await sql<Record<string, unknown>>`select ${sql.raw(columns)}`.execute(
      fresh.database.reading('public', []),
    );
    return rows;
  };

  it('have the names of TypeScript, and the values of the kernel', async () => {
    const [row] =
      await asked(`'2026-10-01'::date as paid_on, 5000000000::int8 as amount_idr, 3::int4 as paid_months,
      true as is_open, 'x'::text as office, null::date as died_on, 12.50::numeric as position,
      timestamptz '2026-10-01 08:00+07' as recorded_at, array['A', 'B'] as codes`);
    expect(row).toEqual({
      paidOn: '2026-10-01',
      amountIdr: 5_000_000_000,
      paidMonths: 3,
      isOpen: true,
      office: 'x',
      diedOn: null,
      position: '12.50',
      recordedAt: '2026-10-01T01:00:00.000Z',
      codes: ['A', 'B'],
    });
  });

  it('leave JSON as it is', async () => {
    expect(await asked(`'{"pay_by": [1, null]}'::jsonb as bank_account`)).toEqual([
      { bankAccount: { pay_by: [1, null] } },
    ]);
  });

  it('may have columns of any name', async () => {
    const name = `it's "so" \\ \u2028 \${1} */ });`;
    expect(await asked(`1 as "${name.replaceAll('"', '""')}"`)).toEqual([{ [name]: 1 }]);
  });

  it('are told apart by their kinds where their names are the same', async () => {
    expect(await asked(`'1'::text as amount`)).toEqual([{ amount: '1' }]);
    expect(await asked(`1::int8 as amount`)).toEqual([{ amount: 1 }]);
  });

  it('hold no more than a number can', async () => {
    await expect(asked('9007199254740993::int8 as amount')).rejects.toThrow(RangeError);
  });
});
