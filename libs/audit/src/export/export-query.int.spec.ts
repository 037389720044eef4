import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { exportQuery } from './export-query.js';
import { ApiRefused } from '../asking/ask-api.js';

const ROWS = 20_000;
const PAGE = 100;

/** What somebody typed to have a spreadsheet do something. */
const TYPED = '=HYPERLINK("https://x.test","lihat")';

/** A query of very many items: some have what others have not, and the last one a field that none before it has. */
const itemAt = (nth: number) => ({
  claimId: `claim ${nth}`,
  amountIdr: nth * 1_000,
  share: nth === 7 ? 0.5 : 1,
  isOpen: nth % 2 === 0,
  note: nth === 3 ? TYPED : null,
  owner: { name: 'Siti, "Contoh"', office: nth },
  papers: ['KK1', 'KTP'],
  ...(nth === ROWS - 1 && { late: -5 }),
});

describe('an export of a query', () => {
  let folder: string;
  let url: string;
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
    const answer = (status: number, body: unknown) => {
      response.statusCode = status;
      response.end(JSON.stringify(body));
    };
    if (request.headers.authorization !== 'Bearer of-an-auditor')
      return answer(403, { title: 'Forbidden', detail: 'Your role may not do this' });
    if (pathname === '/one') return answer(200, itemAt(1));
    if (pathname === '/list') return answer(200, [itemAt(1), itemAt(2)]);
    if (pathname === '/none') return answer(200, { items: [], nextCursor: null });
    const from = Number(searchParams.get('cursor') ?? '0');
    const items = Array.from({ length: Math.min(PAGE, ROWS - from) }, (_, nth) => itemAt(from + nth));
    const next = from + items.length;
    return answer(200, { items, nextCursor: next < ROWS ? String(next) : null });
  });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lindung-export-'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  });
  afterAll(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });

  const asked = (path: string, token = 'of-an-auditor') => ({ url: `${url}${path}`, token });

  it('has every page as CSV, with the columns of all of them, and no formula that somebody typed', async () => {
    const file = join(folder, 'claims.csv');
    const { rows, columns, bytes } = await exportQuery(asked('/claims'), 'csv', file);
    expect([rows, bytes]).toEqual([ROWS, (await stat(file)).size]);
    expect(columns).toEqual([
      'claimId',
      'amountIdr',
      'share',
      'isOpen',
      'note',
      'owner.name',
      'owner.office',
      'papers',
      'late',
    ]);
    const read = parse(await readFile(file), { bom: true, columns: true }) as Record<string, string>[];
    expect(read).toHaveLength(ROWS);
    expect(read[3]).toMatchObject({
      amountIdr: '3000',
      note: `'${TYPED}`,
      'owner.name': 'Siti, "Contoh"',
      papers: '["KK1","KTP"]',
      late: '',
    });
    expect(read.at(-1)).toMatchObject({ late: '-5' });
    expect((await stat(file)).mode & 0o077).toBe(0);
  });

  it('has them as Parquet with numbers that stay numbers, whatever the reader', async () => {
    const file = join(folder, 'claims.parquet');
    const { rows } = await exportQuery(asked('/claims'), 'parquet', file);
    const read = await parquetReadObjects({ file: await asyncBufferFromFile(file) });
    expect([rows, read.length]).toEqual([ROWS, ROWS]);
    expect(read[7]).toEqual({
      claimId: 'claim 7',
      amountIdr: 7_000n,
      share: 0.5,
      isOpen: false,
      note: null,
      'owner.name': 'Siti, "Contoh"',
      'owner.office': 7n,
      papers: '["KK1","KTP"]',
      late: null,
    });
    expect(read[3]?.['note']).toBe(TYPED);
  });

  it('takes what is no page as well: a list, one thing, nothing at all', async () => {
    for (const [path, rows] of [
      ['/one', 1],
      ['/list', 2],
      ['/none', 0],
    ] as const)
      expect((await exportQuery(asked(path), 'csv', join(folder, 'few.csv'))).rows).toBe(rows);
  });

  it('leaves no file behind where whoever asks may not, and says so', async () => {
    const before = await readdir(folder);
    await expect(exportQuery(asked('/claims', 'of-nobody'), 'csv', join(folder, 'no.csv'))).rejects.toThrow(
      new ApiRefused('403: Your role may not do this'),
    );
    expect(await readdir(folder)).toEqual(before);
  });
});
