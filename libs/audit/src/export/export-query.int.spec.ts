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

/** The newest place in the log: each question to this server finds another one. */
let newest = 2_331;

/** A list of the past, of four rows in two pages: each row tells of which place in the log it is. It is there when it is asked again. */
function ofPast(search: URLSearchParams, built: Set<string>) {
  const position = search.get('knownAt') ?? String(++newest);
  if (!built.has(position)) {
    built.add(position);
    const problem = { code: 'COPY_BEING_BUILT', detail: 'The list of that time is being built' };
    return {
      status: 503,
      headers: { 'retry-after': '0', 'lindung-as-of': `position=${position}` },
      body: problem,
    };
  }
  const from = Number(search.get('cursor') ?? '0');
  const items = [from, from + 1].map((nth) => ({ nth, position }));
  const asOf = `position=${position}; recordedAt=2026-11-11T03:47:00.000Z; effectiveOn=${search.get('effectiveOn') ?? ''}`;
  const body = { items, nextCursor: from === 0 ? '2' : null };
  return { status: 200, headers: { 'lindung-as-of': asOf }, body };
}

describe('an export of a query', () => {
  const built = new Set<string>();
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
    if (pathname === '/past') {
      const { status, headers, body } = ofPast(searchParams, built);
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      return answer(status, body);
    }
    if (pathname === '/never') {
      response.setHeader('retry-after', '7');
      return answer(503, { code: 'COPY_BEING_BUILT', detail: 'It is being built' });
    }
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

  it('of the past is of one place in the log, whatever is recorded between its pages, waits for it, and names it', async () => {
    const file = join(folder, 'past.csv');
    const waited: string[] = [];
    const query = { ...asked('/past?effectiveOn=2026-11-05'), onWait: (why: string) => waited.push(why) };
    const { rows, asOf } = await exportQuery(query, 'csv', file);
    const read = parse(await readFile(file), { bom: true, columns: true }) as Record<string, string>[];
    expect([rows, [...new Set(read.map(({ position }) => position))]]).toEqual([4, ['2332']]);
    expect(asOf).toEqual({
      position: '2332',
      recordedAt: '2026-11-11T03:47:00.000Z',
      effectiveOn: '2026-11-05',
    });
    expect(waited).toEqual(['503: The list of that time is being built']);
  });

  it('waits for a list of the past no longer than it may', async () => {
    const query = { ...asked('/never'), waitMs: 6_000 };
    await expect(exportQuery(query, 'csv', join(folder, 'never.csv'))).rejects.toThrow(
      '503: It is being built',
    );
  });

  it('leaves no file behind where whoever asks may not, and says so', async () => {
    const before = await readdir(folder);
    await expect(exportQuery(asked('/claims', 'of-nobody'), 'csv', join(folder, 'no.csv'))).rejects.toThrow(
      new ApiRefused('403: Your role may not do this'),
    );
    expect(await readdir(folder)).toEqual(before);
  });
});
