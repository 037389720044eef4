import { describe, expect, it } from '@jest/globals';
import { localDate, period } from '#kernel';
import { testContext } from '#testing/decisions';
import { sponsors } from '../domain/sponsor.js';
import type { ImportLine } from './import-file.js';
import { RowImporter } from './row-importer.js';

describe('Importing rows', () => {
  it('lets others have a turn, although every line is one that cannot be read', async () => {
    const terms = {
      payer: 'VILLAGE',
      sponsorId: 'village',
      agreementId: 'agreement',
      period: period('2026-11'),
      months: 1,
      paidOn: localDate('2026-11-02'),
      receipt: 'R',
    } as const;
    const importer = new RowImporter(
      undefined as never,
      undefined as never,
      terms,
      sponsors.initial,
      testContext(),
    );
    function* broken(): Generator<ImportLine> {
      for (let line = 2; line <= 1001; line++) yield { line, row: { code: 'LINE_BROKEN', detail: 'broken' } };
    }

    let turns = 0;
    let working = true;
    const others = () => {
      turns++;
      if (working) setImmediate(others);
    };
    setImmediate(others);
    const { registered, rejected } = await importer.importAll(broken(), 1000, () => {});
    working = false;
    expect([registered, rejected.length]).toEqual([0, 1000]);
    expect(turns).toBeGreaterThanOrEqual(5);
  });
});
