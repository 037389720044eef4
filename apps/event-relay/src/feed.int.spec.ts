import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Clerks, clerksOf } from '#contexts/journey.examples';
import { participants } from '#contexts/participants/context';
import { FeedModule } from '#event-feed';
import { ROLES, type Role } from '#kernel';
import type { CloudEvent } from '#publishing';
import { eventually } from '#testing';
import { type Ask, type ContextApp, startContextApp } from '#testing/context-app';

const REGISTERED = 'lindung.participants.participant-registered.v2';
const PAID = 'lindung.participants.contribution-paid.v2';

const FEED = FeedModule.of([participants.published].flatMap((one) => one ?? []));

interface Page {
  readonly events: readonly CloudEvent[];
  readonly next: string | null;
  readonly hasMore: boolean;
}

describe('the feed', () => {
  let app: ContextApp;
  let clerks: Clerks;
  beforeAll(async () => {
    app = await startContextApp([participants, FEED]);
    clerks = clerksOf(app);
  });
  afterAll(() => app.stop());

  async function pageAfter(query: string): Promise<Page> {
    const { status, body } = await app.get(`/feed?${query}`, { role: 'reporting' });
    expect(status).toBe(200);
    return body as unknown as Page;
  }

  /** Somebody who listens until told otherwise. */
  async function listener(query: string, ask: Ask = {}) {
    const gone = new AbortController();
    const accept = { accept: 'text/event-stream' };
    const response = await app.send(
      `/feed?${query}`,
      { signal: gone.signal, headers: accept },
      { role: 'reporting', ...ask },
    );
    let heard = '';
    const reading = (async () => {
      for await (const piece of response.body!.pipeThrough(new TextDecoderStream())) heard += piece;
    })().catch(() => {});
    const blocks = () => heard.split('\n\n').filter((block) => block.includes('data: '));
    const field = (block: string, name: string) =>
      block
        .split('\n')
        .find((line) => line.startsWith(`${name}: `))
        ?.slice(name.length + 2);
    return {
      response,
      events: () => blocks().map((block) => JSON.parse(field(block, 'data')!) as CloudEvent),
      lastId: () =>
        blocks()
          .map((block) => field(block, 'id'))
          .findLast((id) => id !== undefined),
      leave: async () => {
        gone.abort();
        await reading;
      },
    };
  }

  it('tells page by page what Kafka is told, to its end and from there on', async () => {
    const start = (await pageAfter('limit=1000')).next;
    const from = start === null ? '' : `&after=${start}`;
    const people = [await clerks.register(), await clerks.register(), await clerks.register()];
    const first = await pageAfter(`limit=2&types=${REGISTERED}${from}`);
    expect(first.events.map(({ subject }) => subject)).toEqual(
      people.slice(0, 2).map((id) => `participant-${id}`),
    );
    expect(first).toMatchObject({ hasMore: true });
    const second = await pageAfter(`types=${REGISTERED}&after=${first.next}`);
    expect(second.events.map(({ subject }) => subject)).toEqual([`participant-${people[2]}`]);
    expect(second).toMatchObject({ hasMore: false });
    expect(await pageAfter(`after=${second.next}`)).toEqual({
      events: [],
      next: second.next,
      hasMore: false,
    });
    expect(first.events[0]).toMatchObject({ specversion: '1.0', type: REGISTERED });
  });

  it('goes on telling as events come, and from where a listener left', async () => {
    const { next } = await pageAfter('limit=1000');
    const one = await listener(`types=${REGISTERED},${PAID}&after=${next}`);
    expect(one.response.headers.get('content-type')).toBe('text/event-stream');
    const first = await clerks.register();
    await eventually('it was heard', () => one.events().length === 1);
    await one.leave();
    await clerks.contribute(first, { period: '2026-11', months: 1, paidOn: '2026-11-19' });
    const second = await clerks.register();
    const again = await listener(`types=${REGISTERED},${PAID}`, {
      headers: { 'last-event-id': one.lastId()! },
    });
    await eventually('what was missed was heard', () => again.events().length === 2);
    expect(again.events().map(({ type }) => type)).toEqual([PAID, REGISTERED]);
    expect(again.events()[1]?.subject).toBe(`participant-${second}`);
    await again.leave();
  });

  it('has a place for fifty listeners, and one more once somebody leaves', async () => {
    const all = await Promise.all(Array.from({ length: 50 }, () => listener('')));
    expect(all.map(({ response }) => response.status)).toEqual(Array.from({ length: 50 }, () => 200));
    const tooMany = await listener('');
    expect([tooMany.response.status, tooMany.response.headers.get('retry-after')]).toEqual([503, '60']);
    await tooMany.leave();
    await all[0]!.leave();
    await eventually('there is a place', async () => {
      const next = await listener('');
      await next.leave();
      return next.response.status === 200;
    });
    await Promise.all(all.map((each) => each.leave()));
  });

  it('ends when nobody can be waited for: a program that stops leaves no listener open', async () => {
    const other = await startContextApp([participants, FEED]);
    const answer = await other.send(
      '/feed',
      { headers: { accept: 'text/event-stream' } },
      { role: 'reporting' },
    );
    const ended = Array.fromAsync(answer.body!).catch(() => []);
    await other.stop();
    await expect(ended).resolves.toBeDefined();
  });

  it.each(ROLES.map((role) => [role, ['reporting', 'auditor'].includes(role) ? 200 : 403] as const))(
    'answers a %s with %i',
    async (role: Role, status) => {
      expect((await app.get('/feed', { role })).status).toBe(status);
    },
  );

  it.each([
    ['a contract that nobody knows', 'types=lindung.claims.no-such-thing.v1', 'types'],
    ['a place that is none', 'after=yesterday', 'after'],
    ['a page without events', 'limit=0', 'limit'],
  ])('refuses %s and says what is allowed', async (_, query, field) => {
    const { status, body } = await app.get(`/feed?${query}`, { role: 'reporting' });
    expect([status, body.errors]).toMatchObject([400, [{ field }]]);
  });

  it('refuses a Last-Event-ID that is no place', async () => {
    const { status, body } = await app.get('/feed', { role: 'reporting', headers: { 'last-event-id': 'x' } });
    expect([status, body.errors]).toMatchObject([400, [{ field: 'Last-Event-ID' }]]);
  });
});
