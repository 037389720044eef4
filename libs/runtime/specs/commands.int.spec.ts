import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NIK, type Things, startThings } from './things-app.js';

const COMMAND = '6d1b6d0e-0c4b-4f0e-9a53-3f1f5d0a9b12';

describe('A command over HTTP', () => {
  let things: Things;
  beforeAll(async () => {
    things = await startThings({ ALLOW_CLOCK_HEADER: 'true' });
  });
  afterAll(() => things.stop());

  it('answers with the id, the revision as ETag and the position to wait for, none of them rounded', async () => {
    const { status, headers, body } = await things.post('/things', { nik: NIK, segment: 'BPU' });
    expect(status).toBe(201);
    expect(headers.get('etag')).toBe('"2"');
    expect(headers.get('x-lindung-position')).toBe('9007199254740993');
    expect(body).toEqual({
      id: '6d1b6d0e-0c4b-4f0e-9a53-3f1f5d0a9b11',
      streamId: 'thing-6d1b6d0e-0c4b-4f0e-9a53-3f1f5d0a9b11',
      revision: '2',
      position: '9007199254740993',
      events: ['ThingPlaced'],
      repeated: false,
    });
  });

  it('takes its id from the Idempotency-Key, its day from the clock in Jakarta and its person from the token', async () => {
    const correlationId = '0f7c1f66-8a52-4a57-b8f2-3b9a0c5c8f01';
    const { headers, body } = await things.post(
      '/things/context',
      {},
      {
        'idempotency-key': COMMAND.toUpperCase(),
        'x-correlation-id': correlationId,
        'if-match': '"7"',
      },
    );
    expect(headers.get('x-correlation-id')).toBe(correlationId);
    expect(body).toEqual({
      context: {
        commandId: COMMAND,
        causationId: COMMAND,
        correlationId,
        issuedAt: '2026-03-02T18:30:00.000Z',
        today: '2026-03-03',
        actor: { id: 'dev-registrar', roles: ['registrar'], office: 'BEKASI' },
      },
      revision: '7',
    });
  });

  it('makes an id of its own for each command that comes without one', async () => {
    const ids = new Set<unknown>();
    for (let sent = 0; sent < 2; sent++) {
      const { body } = await things.post('/things/context', {});
      expect(body.context).toMatchObject({ firstSent: true });
      ids.add((body.context as { commandId: string }).commandId);
    }
    expect(ids.size).toBe(2);
  });

  it('replaces a correlation id that is no UUID: it would end up in the log', async () => {
    const { headers } = await things.post('/things/context', {}, { 'x-correlation-id': NIK });
    expect(headers.get('x-correlation-id')).not.toContain(NIK);
  });

  it('takes the time from X-Lindung-Clock where that is allowed', async () => {
    const { body } = await things.post(
      '/things/context',
      {},
      { 'x-lindung-clock': '2024-01-01T00:00:00+07:00' },
    );
    expect(body.context).toMatchObject({ issuedAt: '2023-12-31T17:00:00.000Z', today: '2024-01-01' });
  });

  it.each([
    [{ 'idempotency-key': '12' }, 'IDEMPOTENCY_KEY_INVALID'],
    [{ 'if-match': 'W/"7"' }, 'IF_MATCH_INVALID'],
    [{ 'if-match': '7' }, 'IF_MATCH_INVALID'],
    [{ 'x-lindung-clock': 'yesterday' }, 'CLOCK_HEADER_INVALID'],
  ])('refuses the header %j', async (headers, code) => {
    const { status, body } = await things.post('/things/context', {}, headers);
    expect(status).toBe(400);
    expect(body.code).toBe(code);
    expect(body.allowed).toHaveLength(1);
  });

  it('asks for If-Match with 428 where a command needs it', async () => {
    const { status, body } = await things.post('/things/careful', {});
    expect(status).toBe(428);
    expect(body.code).toBe('IF_MATCH_REQUIRED');
  });
});

describe('A process that does not let requests set the time', () => {
  it('refuses X-Lindung-Clock instead of passing over it', async () => {
    const things = await startThings();
    try {
      const { status, body } = await things.post(
        '/things/context',
        {},
        { 'x-lindung-clock': '2024-01-01T00:00:00Z' },
      );
      expect(status).toBe(400);
      expect(body.code).toBe('CLOCK_HEADER_REFUSED');
    } finally {
      await things.stop();
    }
  });
});
