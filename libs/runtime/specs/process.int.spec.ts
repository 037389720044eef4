import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startProgram } from '#testing';
import { HealthFailure } from '../src/health/health.js';
import { type Things, startThings } from './things-app.js';

describe('A running process', () => {
  let things: Things;
  beforeAll(async () => {
    things = await startThings();
  });
  afterAll(() => things.stop());

  it('is not ready while something it needs is missing, and says what, but not why', async () => {
    expect(await things.ask('/health/ready')).toMatchObject({ status: 200, body: { status: 'ready' } });
    things.health.add('postgresql', () => Promise.reject(new Error('password authentication failed')));
    things.health.add('read model', () => Promise.reject(new HealthFailure('failing')));
    const { status, text, body } = await things.ask('/health/ready');
    expect(status).toBe(503);
    expect(body).toEqual({
      status: 'not ready',
      checks: [
        { name: 'postgresql', ok: false, detail: 'not available' },
        { name: 'read model', ok: false, detail: 'failing' },
      ],
    });
    expect(text).not.toContain('password');
    expect((await things.ask('/health/live')).status).toBe(200);
  });

  it('measures requests by the template of their route', async () => {
    await things.ask('/things/broken/rejection');
    const { headers, text } = await things.ask('/metrics');
    expect(headers.get('content-type')).toContain('text/plain');
    expect(text).toContain(
      'http_request_duration_seconds_count{method="GET",route="/things/broken/:how",status="409"} 1',
    );
  });

  it('describes its commands, fields, roles and problems for programs', async () => {
    const { status, body } = await things.ask('/openapi.json');
    expect(status).toBe(200);
    const place = (body.paths as Record<string, Record<string, Record<string, unknown>>>)['/things']?.post;
    expect(place?.description).toContain('Roles: registrar');
    expect(Object.keys(place?.responses ?? {})).toEqual(
      expect.arrayContaining(['201', '400', '401', '403', '409', '412']),
    );
    const schemas = (body.components as { schemas: Record<string, unknown> }).schemas;
    expect(schemas.RegisterDto).toMatchObject({
      required: ['nik', 'segment'],
      properties: { nik: { type: 'string', pattern: '^[0-9]{16}$' }, segment: { enum: ['PU', 'BPU'] } },
    });
  });

  it('shows the same to people, on a page that needs nothing from elsewhere', async () => {
    const { status, headers, text } = await things.ask('/docs');
    expect(status).toBe(200);
    expect(text).toContain('swagger-ui');
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('content-security-policy')).not.toContain('upgrade-insecure-requests');
    expect((await things.ask('/docs/swagger-ui-bundle.js')).status).toBe(200);
  });
});

describe('Stopping a process', () => {
  it('in the middle of its start is no failure, although what was starting fails of it', async () => {
    const child = startProgram(new URL('./interrupted-start.main.ts', import.meta.url));
    const [code] = await once(child, 'exit');
    expect(code).toBe(130);
  });

  it('fails with the reason when what it runs cannot be stopped', async () => {
    const child = startProgram(new URL('./failing-stop.main.ts', import.meta.url));
    const [code] = await once(child, 'exit');
    expect(code).toBe(1);
  });

  it('that cannot go on stops what is left of it and fails', async () => {
    const child = startProgram(new URL('./lost.main.ts', import.meta.url));
    const [code] = await once(child, 'exit');
    expect(code).toBe(1);
  });

  it('because a library threw outside every promise is told the supervisor by code 1, and people by the error', async () => {
    const child = startProgram(new URL('./library-throws.main.ts', import.meta.url), {}, 'pipe');
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const [code] = await once(child, 'close');
    expect([code, said]).toEqual([1, expect.stringContaining('TypeError: undefined is not iterable')]);
  });

  it('answers the requests under way first', async () => {
    const things = await startThings();
    const arrived = things.slowRequestArrived();
    const answer = things.ask('/things/slow');
    await arrived;
    const stopped = things.stop();
    things.releaseSlowRequest();
    expect(await answer).toMatchObject({ status: 200, body: { answered: true } });
    await stopped;
    await expect(fetch(things.url)).rejects.toThrow('fetch failed');
  });

  it('does not wait for connections over which nothing has come', async () => {
    const things = await startThings();
    const { hostname, port } = new URL(things.url);
    const silent = connect({ host: hostname, port: Number(port) }).resume();
    await once(silent, 'connect');
    // Connections are accepted in their order.
    expect(await things.ask('/health/live')).toMatchObject({ status: 200 });
    const closed = once(silent, 'close');
    await things.stop();
    await closed;
  });
});
