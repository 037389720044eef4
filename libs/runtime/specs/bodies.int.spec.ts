import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '#testing';
import { answerOn, openRequest } from './raw-request.js';
import { type Things, startThings } from './things-app.js';

const FILE_LIMIT = 20 * 1024 * 1024;
const MEBIBYTE = 1024 * 1024;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What is held: what nobody needs any more may lie about for as long as there is room. */
function bytesHeld(): number {
  collectGarbage();
  return process.memoryUsage().arrayBuffers;
}

describe('The body of a request', () => {
  let things: Things;
  beforeAll(async () => {
    things = await startThings({ BODY_LIMIT: String(MEBIBYTE) });
  });
  afterAll(() => things.stop());

  /** Sends the head, and nothing of the body that it promises. */
  const promise = async (path: string, length: number, headers: Record<string, string> = {}) => {
    const socket = await openRequest(things.url, [
      `POST ${path} HTTP/1.1`,
      'Host: lindung.example',
      `Content-Length: ${length}`,
      ...Object.entries({ 'Content-Type': 'application/json', ...headers }).map(
        ([name, value]) => `${name}: ${value}`,
      ),
    ]);
    const { status, body } = await answerOn(socket);
    socket.destroy();
    return { status, code: (JSON.parse(body) as { code: string }).code };
  };
  const csv = { 'Content-Type': 'text/csv' };

  it.each([
    ['no token', {}, 401, 'UNAUTHORIZED'],
    ['a token that is none', { Authorization: 'Bearer abc' }, 401, 'UNAUTHORIZED'],
  ])('is not waited for when there is %s', async (_what, headers, status, code) => {
    for (const path of ['/things', '/things/file', '/things/context']) {
      expect(await promise(path, 1000, headers)).toEqual({ status, code });
    }
    expect(await promise('/things/file', FILE_LIMIT, { ...csv, ...headers })).toEqual({ status, code });
  });

  it('is not waited for when the role may not send it', async () => {
    const { authorization } = await things.bearer({ role: 'auditor' });
    expect(await promise('/things', 1000, { Authorization: authorization })).toEqual({
      status: 403,
      code: 'FORBIDDEN',
    });
  });

  it('is not waited for where nobody answers', async () => {
    expect(await promise('/nobody', 1000)).toEqual({ status: 404, code: 'ROUTE_NOT_FOUND' });
  });

  it('is a file where files are taken and nowhere else', async () => {
    const { authorization } = await things.bearer({ role: 'registrar' });
    const signedIn = { Authorization: authorization };
    expect(await promise('/things', FILE_LIMIT, { ...csv, ...signedIn })).toEqual({
      status: 415,
      code: 'UNSUPPORTED_MEDIA_TYPE',
    });
    expect(await promise('/things/file', FILE_LIMIT + 1, { ...csv, ...signedIn })).toEqual({
      status: 413,
      code: 'BODY_TOO_LARGE',
    });
    expect(await promise('/things', MEBIBYTE + 1, signedIn)).toEqual({
      status: 413,
      code: 'BODY_TOO_LARGE',
    });
    const whole = await things.post('/things/file', 'x'.repeat(FILE_LIMIT), { 'content-type': 'text/csv' });
    expect(whole.body).toEqual({ bytes: FILE_LIMIT });
  });

  it('takes no memory when whoever sends it may not', async () => {
    const before = bytesHeld();
    const sockets = await Promise.all(
      Array.from({ length: 10 }, () =>
        openRequest(things.url, [
          'POST /things/file HTTP/1.1',
          'Host: lindung.example',
          'Content-Type: text/csv',
          `Content-Length: ${FILE_LIMIT}`,
        ]),
      ),
    );
    const part = Buffer.alloc(MEBIBYTE, 'x');
    await Promise.all(
      sockets.map(async (socket) => {
        socket.resume();
        for (let sent = 0; sent < 15; sent++) if (!socket.write(part)) await once(socket, 'drain');
      }),
    );
    // What was collected is given back by a thread of its own, a moment later.
    const isGivenBack = () => bytesHeld() - before < 50 * MEBIBYTE;
    await eventually('less than 50 MiB of 150 that were sent are held', isGivenBack).finally(() => {
      for (const socket of sockets) socket.destroy();
    });
  });

  it('waits for its turn when as many are under way as fit in, until one of them is over', async () => {
    const { authorization } = await things.bearer({ role: 'registrar' });
    const signedIn = { ...csv, Authorization: authorization };
    const under = await Promise.all(
      Array.from({ length: 2 }, () =>
        openRequest(things.url, [
          'POST /things/file HTTP/1.1',
          'Host: lindung.example',
          `Content-Length: ${FILE_LIMIT}`,
          ...Object.entries(signedIn).map(([name, value]) => `${name}: ${value}`),
        ]),
      ),
    );
    // Sent whole, so that it is answered whether there is room or not.
    const another = () => things.post('/things/file', 'x'.repeat(FILE_LIMIT), { 'content-type': 'text/csv' });
    await eventually('there is no room', async () => (await another()).status === 503);
    const { body, headers } = await another();
    expect(body).toMatchObject({ code: 'BODIES_AT_ONCE' });
    expect(headers.get('retry-after')).toBe('5');
    const small = await things.post('/things', '{}', { 'content-type': 'application/json' });
    expect(small.status).toBe(400);

    under[0]!.destroy();
    await eventually('there is room again', async () => (await another()).status !== 503);
    for (const socket of under) socket.destroy();
  });

  it.each([
    ['while it is read', true],
    ['while the token is looked at', false],
  ])('that is cut off %s is the fault of nobody here', async (_when, isRead) => {
    const cutOff = () => things.logged().split('Request cut off by its sender').length;
    const before = cutOff();
    const { authorization } = await things.bearer({ role: 'registrar', subject: `s-${isRead}` });
    const arrived = once(things.app.getHttpServer(), 'request') as Promise<[IncomingMessage]>;
    // A request flows from the moment that somebody reads its body.
    const reached = arrived.then(([request]) => (isRead ? once(request, 'resume') : undefined));
    const socket = await openRequest(things.url, [
      'POST /things/file HTTP/1.1',
      'Host: lindung.example',
      `Authorization: ${authorization}`,
      'Content-Type: text/csv',
      'Content-Length: 1000000',
    ]);
    socket.write('nik,name\n');
    await reached;
    // A reset would take with it what was not read yet.
    if (isRead) socket.resetAndDestroy();
    else socket.destroy();
    await eventually('it is logged', () => cutOff() > before);
    expect(things.logged()).not.toContain('READ_STORE_UNAVAILABLE');
    expect(things.logged()).not.toContain('Request failed');
  });
});

describe('What Node would answer with an empty page', () => {
  let things: Things;
  beforeAll(async () => {
    things = await startThings();
  });
  afterAll(() => things.stop());

  it.each([
    [
      'an expectation',
      ['Host: lindung.example', 'Expect: x', 'Accept-Language: id'],
      417,
      'EXPECTATION_FAILED',
    ],
    ['no host', ['Connection: close'], 400, 'REQUEST_MALFORMED'],
    ['two hosts', ['Host: a', 'HOST: b', 'Connection: close'], 400, 'REQUEST_MALFORMED'],
  ])('says what is wrong with %s', async (_what, headers, status, code) => {
    const socket = await openRequest(things.url, ['GET /health/live HTTP/1.1', ...headers]);
    const answer = await answerOn(socket);
    expect(answer.status).toBe(status);
    expect(answer.head.toLowerCase()).toContain('content-type: application/problem+json');
    expect(answer.body).toContain(`"code":"${code}"`);
  });

  it('says what is wrong with a request to be a proxy', async () => {
    const socket = await openRequest(things.url, ['CONNECT lindung.example:443 HTTP/1.1', 'Host: a']);
    const answer = await answerOn(socket);
    expect(answer.status).toBe(405);
    expect(answer.body).toContain('"code":"METHOD_NOT_ALLOWED"');
  });

  it('says that a request did not arrive in time, soon after its time is over', async () => {
    const slow = await startThings({ REQUEST_TIMEOUT_MS: '1000' });
    try {
      const { hostname, port } = new URL(slow.url);
      const socket = connect({ host: hostname, port: Number(port) });
      socket.write('GET /health/live HTTP/1.1\r\nHost: lind');
      const answer = await answerOn(socket);
      expect(answer.status).toBe(408);
      expect(answer.body).toContain('"code":"REQUEST_TIMEOUT"');
    } finally {
      await slow.stop();
    }
  });

  it('answers once when the rest of a body that nobody waits for never comes', async () => {
    const socket = await openRequest(things.url, [
      'POST /things HTTP/1.1',
      'Host: lindung.example',
      'Content-Type: application/json',
      'Content-Length: 100',
    ]);
    socket.end('{"a":');
    let text = '';
    for await (const chunk of socket) text += String(chunk);
    expect(text.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 401']);
  });
});
