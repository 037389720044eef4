import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ContextApp, startContextApp } from '#testing/context-app';
import { ROLES } from '#kernel';
import { listRules } from '#law';
import { LawQueriesModule } from './law-queries.module.js';

const DEATH = { calculator: 'JKM', segment: 'PU', deathDate: '2025-04-07' };
const asQuery = (request: object) =>
  `/law/explanation?request=${encodeURIComponent(JSON.stringify(request))}`;

describe('the law over HTTP', () => {
  let app: ContextApp;

  beforeAll(async () => {
    app = await startContextApp([LawQueriesModule]);
  });
  afterAll(() => app.stop());

  it.each(ROLES.map((role) => [role]))('shows the rules to a %s', async (role) => {
    expect((await app.get('/law/rules/JKM_DEATH', { role })).status).toBe(200);
  });

  it('lists rules page by page, as they stand on a day', async () => {
    const first = await app.get('/law/rules?chapter=jkm&limit=2&on=2019-12-01');
    const items = first.body['items'] as { id: string; inForce: { value: unknown } }[];
    expect(items[0]).toMatchObject({ id: 'JKM_DEATH', inForce: { value: 16_200_000, until: '2019-12-01' } });
    const next = await app.get(
      `/law/rules?chapter=jkm&limit=2&on=2019-12-01&cursor=${String(first.body['nextCursor'])}`,
    );
    const [third] = next.body['items'] as { id: string }[];
    expect(third?.id).toBe(listRules({ chapter: 'jkm' })[2]!.id);
  });

  it('says today what holds today', async () => {
    const { body } = await app.get('/law/rules?search=JP_RETIREMENT_AGE', {
      at: '2028-01-02T09:00:00+07:00',
    });
    expect(body['items']).toMatchObject([{ inForce: { value: 60 } }]);
  });

  it('sends nothing that somebody has already', async () => {
    const first = await app.get('/law/rules/JKM_DEATH');
    const tag = first.headers.get('etag')!;
    expect(tag).toMatch(/^"[0-9a-f]{32}"$/);
    expect(first.headers.get('cache-control')).toBe('private, max-age=600');
    const again = await app.get('/law/rules/JKM_DEATH', { headers: { 'if-none-match': tag } });
    expect([again.status, again.text]).toEqual([304, '']);
    expect((await app.get('/law/rules/JKM_DEATH', { headers: { 'if-none-match': '"other"' } })).status).toBe(
      200,
    );
  });

  it('sends the list anew on the day after, when another value may hold', async () => {
    const at = (day: string, headers = {}) =>
      app.get('/law/rules?search=JP_RETIREMENT_AGE', { at: `${day}T09:00:00+07:00`, headers });
    const tag = (await at('2027-12-31')).headers.get('etag')!;
    expect((await at('2027-12-31', { 'if-none-match': tag })).status).toBe(304);
    const next = await at('2028-01-01', { 'if-none-match': tag });
    expect([next.status, next.body['items']]).toMatchObject([200, [{ inForce: { value: 60 } }]]);
  });

  it.each([
    ['/law/rules/NO_SUCH_RULE', 404, 'RULE_NOT_FOUND'],
    ['/law/rules?cursor=WyJOT05FIl0', 400, 'VALIDATION_FAILED'],
    ['/law/rules?chapter=none', 400, 'VALIDATION_FAILED'],
    ['/law/explanation?request=%7B', 409, 'REQUEST_IS_NO_JSON'],
    ['/law/explanation?request=%7B%22calculator%22:1,%22calculator%22:2%7D', 400, 'VALIDATION_FAILED'],
    [asQuery({ ...DEATH, calculator: 'JKK_PARTIAL', injuries: [] }), 409, 'HEALTH_IN_ADDRESS'],
    [asQuery({ calculator: 'JKM', deathDate: '2025-04-07' }), 409, 'MISSING_FIELD'],
  ])('refuses %s with %i %s', async (path, status, code) => {
    const answer = await app.get(path);
    expect([answer.status, answer.body['code']]).toEqual([status, code]);
  });

  it('explains a request in the address and in the body alike', async () => {
    const asked = await app.get(asQuery(DEATH));
    const sent = await app.post('/law/explanation', DEATH);
    expect([asked.status, sent.status]).toEqual([200, 200]);
    expect(asked.body).toMatchObject({
      totalIdr: 42_000_000,
      components: [{ because: { kind: 'PARAMETER', rule: 'JKM_DEATH', from: '2019-12-02' } }, {}, {}],
    });
    expect(sent.body).toEqual(asked.body);
  });

  it('explains nothing to those who ask no calculator', async () => {
    expect((await app.get(asQuery(DEATH), { role: 'reporting' })).status).toBe(403);
  });
});
