import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readXlsx } from 'hucre/xlsx';
import { parquetReadObjects } from 'hyparquet';
import { type Clerks, clerksOf } from '#contexts/journey.examples';
import { participants } from '#contexts/participants/context';
import { FeedModule } from '#event-feed';
import { type RunningApp, startApp } from '#http';
import { ROLES, type Role } from '#kernel';
import { checkpointOf, schemaOf } from '#followers';
import { sql } from '#postgres';
import { REPORTING } from '#reporting';
import { type FreshDatabase, eventually, freshDatabase } from '#testing';
import { type ContextApp, startContextApp } from '#testing/context-app';
import { reporting } from './reporting.app.js';

const FEED = FeedModule.of([participants.published].flatMap((one) => one ?? []));
const READERS: readonly Role[] = ['supervisor', 'auditor', 'reporting'];

interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

describe('the reporting service', () => {
  let source: ContextApp;
  let clerks: Clerks;
  let fresh: FreshDatabase;
  let app: RunningApp;

  beforeAll(async () => {
    source = await startContextApp([participants, FEED]);
    clerks = clerksOf(source);
    fresh = await freshDatabase();
    app = await startApp(
      reporting(() => source.tokenFor('reporting')),
      {
        PORT: '0',
        LOG_LEVEL: 'silent',
        ALLOW_CLOCK_HEADER: 'true',
        DATABASE_URL: fresh.url,
        FEED_URL: source.url,
        FEED_POLL_MS: '20',
        QUERY_WAIT_MS: '2000',
        PROJECTION_RETRY_MS: '100',
        ...source.signIn,
      },
    );
  });
  afterAll(async () => {
    await app.stop();
    await source.stop();
    await fresh.drop();
  });

  async function ask(path: string, role: Role = 'reporting'): Promise<Answer> {
    const authorization = `Bearer ${await source.tokenFor(role)}`;
    const headers = { authorization, 'x-lindung-clock': '2026-11-20T10:15:00+07:00' };
    const response = await fetch(app.url + path, { headers });
    return { status: response.status, body: (await response.json()) as Answer['body'] };
  }

  it('counts what the feed tells, up to the position that is asked for', async () => {
    for (let n = 0; n < 6; n++) {
      const id = await clerks.register();
      // One of them a day before the others.
      const paidOn = n === 0 ? '2026-11-18' : '2026-11-19';
      await clerks.contribute(id, { period: '2026-11', months: 1, paidOn });
    }
    const { next: position } = (await source.get('/feed?limit=1000', { role: 'reporting' })).body;
    if (typeof position !== 'string') throw new Error('The feed is empty');
    const { status, body } = await ask(`/reports/active-participants?by=segment&after=${position}`);
    expect([status, body]).toMatchObject([
      200,
      {
        report: { code: 'I-01', version: 4 },
        on: '2026-11-20',
        items: [{ values: { segment: 'BPU' }, figures: { persons: 6, memberships: 6 }, withheld: false }],
        total: { figures: { persons: 6, memberships: 6 } },
        putAside: 0,
      },
    ]);
    expect(BigInt(String(body.position))).toBeGreaterThanOrEqual(BigInt(position));
  });

  it('withholds what is about fewer than five', async () => {
    expect((await ask('/reports/active-participants?on=2026-11-17')).body).toMatchObject({
      total: { figures: { persons: 0 }, withheld: false },
    });
    expect((await ask('/reports/active-participants?on=2026-11-18&by=segment')).body).toMatchObject({
      items: [{ values: { segment: 'BPU' }, figures: null, withheld: true }],
      total: { figures: null, withheld: true },
    });
    const { body } = await ask('/reports/active-participants?district=990000&by=channel');
    expect(body).toMatchObject({ items: [], total: { figures: { persons: 0 } } });
  });

  it.each(ROLES.map((role) => [role, READERS.includes(role) ? 200 : 403] as const))(
    'answers a %s with %i',
    async (role, status) => {
      expect((await ask('/reports', role)).status).toBe(status);
    },
  );

  it.each([
    ['a report that nobody knows', '/reports/nothing', 404, { code: 'REPORT_UNKNOWN' }],
    [
      'a cut that it does not have',
      '/reports/active-participants?by=programme',
      400,
      { errors: [{ field: 'by' }] },
    ],
    [
      'a filter that it does not have',
      '/reports/active-participants?programme=JKK',
      400,
      { errors: [{ field: 'programme' }] },
    ],
    [
      'an order that it does not have',
      '/reports/active-participants?by=segment&sort=name',
      400,
      { errors: [{ field: 'sort' }] },
    ],
    [
      'more than two cuts, those with one value among them',
      '/reports/active-participants?by=segment,channel&district=321605',
      409,
      { code: 'REPORT_CUTS_TOO_MANY' },
    ],
    [
      'a position that the log has not',
      '/reports/active-participants?after=99999999',
      503,
      { code: 'READ_MODEL_BEHIND' },
    ],
  ])('refuses %s and says what is allowed', async (_, path, status, told) => {
    expect(await ask(path)).toMatchObject({ status, body: told });
  });

  async function file(path: string): Promise<{ type: string | null; bytes: Buffer }> {
    const authorization = `Bearer ${await source.tokenFor('reporting')}`;
    const headers = { authorization, 'x-lindung-clock': '2026-11-20T10:15:00+07:00' };
    const response = await fetch(app.url + path, { headers });
    expect(response.status).toBe(200);
    return {
      type: response.headers.get('content-type'),
      bytes: Buffer.from(await response.arrayBuffer()),
    };
  }

  const REPORT = '/reports/active-participants';

  it('gives a report as CSV and as a workbook, with what it rests on', async () => {
    const csv = await file(`${REPORT}/table.csv?by=segment`);
    expect([csv.type, csv.bytes.toString('utf8')]).toEqual([
      'text/csv; charset=utf-8',
      '\u{feff}segment,persons,memberships\r\nBPU,6,6\r\nALL,6,6\r\n',
    ]);
    const { sheets } = await readXlsx((await file(`${REPORT}/table.xlsx?by=segment`)).bytes);
    expect(sheets[0]?.rows).toEqual([
      ['segment', 'persons', 'memberships'],
      ['BPU', 6, 6],
      [null, 6, 6],
    ]);
    expect(sheets[1]?.rows.slice(0, 2)).toEqual([
      ['kode', 'I-01', 'code', 'I-01'],
      ['judul', 'Peserta aktif', 'title', 'Active participants'],
    ]);
    expect(sheets[1]?.rows.at(-1)).toEqual([
      '<5',
      expect.stringContaining('kurang dari lima orang'),
      '<5',
      expect.stringContaining('fewer than five persons'),
    ]);
  });

  it('gives it as Parquet, whose manifest names its digest', async () => {
    const { bytes } = await file(`${REPORT}/table.parquet?by=segment`);
    const { body } = await ask(`${REPORT}/manifest.json?by=segment`);
    expect(body).toMatchObject({
      code: 'I-01',
      query: { on: '2026-11-20', by: ['segment'], where: {} },
      checkpoint: schemaOf(REPORTING),
      file: { bytes: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') },
    });
    const copy = new Uint8Array(bytes);
    expect(await parquetReadObjects({ file: copy.buffer })).toEqual([
      { segment: 'BPU', persons: 6, memberships: 6, withheld: false },
      { segment: null, persons: 6, memberships: 6, withheld: false },
    ]);
  });

  it('draws it as a chart', async () => {
    const { type, bytes } = await file(`${REPORT}/chart.svg?by=segment&lang=en`);
    expect(type).toBe('image/svg+xml; charset=utf-8');
    expect(bytes.toString('utf8')).toMatch(
      /^<svg [\s\S]*<title>Active participants<\/title>[\s\S]*BPU[\s\S]*<\/svg>/,
    );
    expect((await ask(`${REPORT}/chart.svg?measure=nothing`)).status).toBe(400);
  });

  it('names what coverage is measured by', async () => {
    expect((await ask('/reports/workforces')).body).toEqual(
      expect.arrayContaining([expect.objectContaining({ area: '3216', persons: 2_200_000 })]),
    );
  });

  it('lists messages that were put aside, and takes one in or gives it up when it is told to', async () => {
    expect((await ask('/dead-letters')).body).toEqual({ items: [], nextCursor: null });
    const id = randomUUID();
    await sql`
      insert into ${sql.table(`${schemaOf(REPORTING)}.dead_letters`)} (dead_letter_id, stream, place, reason, detail, message, parked_at, state)
      values (${id}::uuid, 'thing-1', 'feed', 'UNREADABLE', 'not a JSON object', '"x"', '2026-11-20', 'WAITING')`.execute(
      fresh.database.kysely,
    );
    expect((await ask('/dead-letters')).body).toMatchObject({
      items: [{ deadLetterId: id, stream: 'thing-1' }],
    });
    expect(await post(`/dead-letters/${id}/retry`, {})).toMatchObject({
      status: 200,
      body: { takenIn: 0, waiting: 1 },
    });
    expect((await post(`/dead-letters/${id}/discard`, { reason: 'a test' }, 'auditor')).status).toBe(403);
    expect(await post(`/dead-letters/${id}/discard`, { reason: 'a test' })).toMatchObject({
      status: 200,
      body: { takenIn: 0, waiting: 0 },
    });
    expect(await post(`/dead-letters/${id}/retry`, {})).toMatchObject({
      status: 409,
      body: { code: 'DEAD_LETTER_CLOSED' },
    });
    expect((await post(`/dead-letters/${randomUUID()}/retry`, {})).status).toBe(404);
  });

  async function post(path: string, body: object, role: Role = 'reporting'): Promise<Answer> {
    const authorization = `Bearer ${await source.tokenFor(role)}`;
    const response = await fetch(app.url + path, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Answer['body'] };
  }

  it('begins anew where somebody took its place away, and comes to the same', async () => {
    const before = (await ask('/reports/active-participants')).body;
    await sql`delete from lindung.projections where projection = ${schemaOf(REPORTING)}`.execute(
      fresh.database.kysely,
    );
    await eventually('it has caught up', async () => {
      const place = await checkpointOf(fresh.database, REPORTING);
      return (place?.position ?? -1n) >= BigInt(String(before.position));
    });
    expect((await ask('/reports/active-participants')).body.total).toEqual(before.total);
  });
});
