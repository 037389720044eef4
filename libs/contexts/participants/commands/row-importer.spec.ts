import { describe, expect, it } from '@jest/globals';
import type { CommandBus } from '@nestjs/cqrs';
import type { CsvLine } from '#csv-files';
import { localDate, period } from '#kernel';
import { ParticipantIds } from '#runtime';
import { testContext } from '#testing/decisions';
import { type ImportRow, type RowFault } from '../domain/import-row.js';
import { sponsors } from '../domain/sponsor.js';
import { RowImporter } from './row-importer.js';

const TERMS = {
  payer: 'VILLAGE',
  sponsorId: 'village',
  agreementId: 'agreement',
  period: period('2026-11'),
  months: 1,
  paidOn: localDate('2026-11-02'),
  receipt: 'R',
  channel: 'VILLAGE',
} as const;

const ROWS = 1000;

function* every(row: ImportRow | RowFault): Generator<CsvLine<ImportRow>> {
  for (let line = 2; line <= ROWS + 1; line++) yield { line, row };
}

const SITI: ImportRow = {
  nik: '0000055205900001',
  name: 'Siti',
  birthDate: localDate('1990-05-12'),
  sex: 'FEMALE',
  occupation: 'kuli',
  workplace: 'Pasar',
  district: '321605',
  sector: 'OTHER',
  declaredIncomeIdr: 900_000 as ImportRow['declaredIncomeIdr'],
};

describe('Importing rows', () => {
  /** How many turns others have meanwhile. */
  async function turnsWhile(work: () => Promise<unknown>): Promise<number> {
    let turns = 0;
    let working = true;
    const others = () => {
      turns++;
      if (working) setImmediate(others);
    };
    setImmediate(others);
    await work();
    working = false;
    return turns;
  }

  it.each([
    ['cannot be read', { code: 'LINE_BROKEN', detail: 'broken' }],
    ['has the NIK of the one before', SITI],
  ])('lets others have a turn, although every line %s', async (_how, row) => {
    const importer = new RowImporter(
      {
        // What is recorded is not looked at here, but that nothing waits for it.
        commands: {
          execute: () => Promise.resolve({ streamId: 'participant-siti' }),
        } as unknown as CommandBus,
        ids: new ParticipantIds({ idSecret: Buffer.alloc(32, 7) }),
        alike: {
          to: async () => [],
          nearOnes: async function* nobody() {},
          unnoted: async () => ({ toNote: [], toLapse: [] }),
        },
      },
      TERMS,
      sponsors.initial,
      testContext(),
    );
    const turns = await turnsWhile(async () => {
      const { rejected } = await importer.importAll(every(row), ROWS, {});
      expect(rejected.length).toBeGreaterThanOrEqual(ROWS - 1);
    });
    expect(turns).toBeGreaterThanOrEqual(5);
  });
});
