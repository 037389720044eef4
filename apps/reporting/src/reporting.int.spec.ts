import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Clerks, clerksOf } from '#contexts/journey.examples';
import { participants } from '#contexts/participants/context';
import { FeedModule } from '#event-feed';
import { type RunningApp, startApp } from '#http';
import { ROLES, type Role } from '#kernel';
import { checkpointOf } from '#followers';
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
      await clerks.contribute(id, { period: '2026-11', months: 1, paidOn: '2026-11-19' });
    }
    const { next: position } = (await source.get('/feed?limit=1000', { role: 'reporting' })).body;
    if (typeof position !== 'string') throw new Error('The feed is empty');
    const { status, body } = await ask(`/reports/active-participants?by=segment&after=${position}`);
    expect([status, body]).toMatchObject([
      200,
      {
        report: { code: 'I-01', version: 1 },
        on: '2026-11-20',
        items: [{ values: { segment: 'BPU' }, figures: { persons: 6, memberships: 6 }, withheld: false }],
        total: { figures: { persons: 6, memberships: 6 } },
        putAside: 0,
      },
    ]);
    expect(BigInt(String(body.position))).toBeGreaterThanOrEqual(BigInt(position));
  });

  it('withholds what is about fewer than five', async () => {
    expect((await ask('/reports/active-participants?on=2026-11-18')).body).toMatchObject({
      total: { figures: { persons: 0 }, withheld: false },
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

  it('begins anew where somebody took its place away, and comes to the same', async () => {
    const before = (await ask('/reports/active-participants')).body;
    await sql`delete from lindung.projections where projection = 'reporting_v1'`.execute(
      fresh.database.kysely,
    );
    await eventually('it has caught up', async () => {
      const place = await checkpointOf(fresh.database, REPORTING);
      return (place?.position ?? -1n) >= BigInt(String(before.position));
    });
    expect((await ask('/reports/active-participants')).body.total).toEqual(before.total);
  });
});
