import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NIK, type Things, startThings } from './things-app.js';

describe('What goes wrong behind a request', () => {
  let things: Things;
  beforeAll(async () => {
    things = await startThings();
  });
  afterAll(() => things.stop());

  const broken = (how: string) => things.ask(`/things/broken/${how}`);

  it('answers a refused command with 409, the reason and what is allowed', async () => {
    const { status, body } = await broken('rejection');
    expect(status).toBe(409);
    expect(body).toMatchObject({
      type: 'https://lindung.example/problems/thing-not-ready',
      title: 'Conflict',
      detail: 'The thing is not ready',
      code: 'THING_NOT_READY',
      allowed: ['PrepareThing'],
    });
  });

  it('answers 404 when the refusal says that something does not exist', async () => {
    expect(await broken('not-found')).toMatchObject({ status: 404, body: { code: 'THING_NOT_FOUND' } });
  });

  it('answers 422 when an Idempotency-Key was used for another command', async () => {
    expect(await broken('reused')).toMatchObject({ status: 422, body: { code: 'COMMAND_ID_REUSED' } });
  });

  it('answers a stale If-Match with 412, the present revision and what happened since', async () => {
    const { status, headers, body } = await broken('stale');
    expect(status).toBe(412);
    expect(headers.get('etag')).toBe('"3"');
    expect(body).toMatchObject({
      code: 'STALE_REVISION',
      expectedRevision: '1',
      revision: '3',
      since: [
        { type: 'ThingPrepared', revision: '2', recordedAt: '2026-03-02T02:30:00.000Z' },
        { type: 'ThingMoved', revision: '3', recordedAt: '2026-03-02T02:31:00.000Z' },
      ],
    });
  });

  it.each([
    ['unanswered', 'APPEND_UNANSWERED'],
    ['behind', 'READ_MODEL_BEHIND'],
    ['log-down', 'EVENT_LOG_UNAVAILABLE'],
    ['database-down', 'READ_STORE_UNAVAILABLE'],
  ])('answers 503 and when to try again (%s)', async (how, code) => {
    const { status, headers, text, body } = await broken(how);
    expect(status).toBe(503);
    expect(headers.get('retry-after')).toBe('1');
    expect(body.code).toBe(code);
    expect(text).not.toContain('10.1.2.3');
  });

  it('says of what the log does not know whether it was recorded how to find out', async () => {
    const { body } = await broken('unanswered');
    expect(body.detail).toMatch(/^It is not known whether this was recorded.*same Idempotency-Key again/);
    const line = things
      .logged()
      .split('\n')
      .find((one) => one.includes('APPEND_UNANSWERED'));
    expect(line).toContain('no answer within 10 ms');
  });

  it('answers 413 for what is more than the log takes at once', async () => {
    expect(await broken('too-large')).toMatchObject({ status: 413, body: { code: 'BODY_TOO_LARGE' } });
  });

  it('tells the log of an outage in a line with its reason, and of what anybody can ask for no more than that', async () => {
    await broken('behind');
    await broken('database-down');
    const lines = things
      .logged()
      .split('\n')
      .filter((line) => line.includes('"Not now"'));
    expect(lines.find((line) => line.includes('READ_MODEL_BEHIND'))).toContain('"level":"info"');
    const outage = lines.find((line) => line.includes('READ_STORE_UNAVAILABLE'));
    expect(outage).toContain('"level":"warn"');
    expect(outage).toContain('connect ECONNREFUSED');
    expect(lines.join()).not.toContain('stack');
  });

  it('does not take a connection of somebody else that broke for one to the database', async () => {
    expect(await broken('upload-reset')).toMatchObject({ status: 500, body: { code: 'INTERNAL_ERROR' } });
  });

  it('answers anything else with 500 and a correlation id, and tells nothing of the inside', async () => {
    const { status, text, body } = await broken('bug');
    expect(status).toBe(500);
    expect(body.code).toBe('INTERNAL_ERROR');
    expect(text).not.toContain('duplicate key');
    expect(things.logged()).toContain(String(body.correlationId));
    expect(things.logged()).toContain('duplicate key: (nik)=([digits])');
  });

  it('logs routes by their template, and neither addresses nor personal data', async () => {
    await things.ask(`/things/by-id/${NIK}?name=Siti`);
    expect(things.logged()).toContain('"route":"/things/by-id/:id"');
    expect(things.logged()).not.toContain(NIK);
    expect(things.logged()).not.toContain('Siti');
  });
});
