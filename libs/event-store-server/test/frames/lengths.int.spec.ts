import { readFileSync } from 'node:fs';
import { status } from '@grpc/grpc-js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ClientHttp2Session } from 'node:http2';
import { startEventStoreServer, type EventStoreServer } from '#event-store-server';
import { describeUnless } from '../describe-unless.js';
import { scratch } from '../operations/scratch.js';
import { whyNoCertificates } from '../operations/test-certificates.js';
import { makeAccess, securedBy } from '../secured-server.js';
import { frame } from './frame.js';
import { GUARDED, PUBLIC, REFUSED } from './methods.js';
import { rawCall, rawSession } from './raw-call.js';

/** A message whose first field says that 2^32 - 1 bytes follow. */
const TOO_LONG = Buffer.from('0affffffff0f', 'hex');
const within = (inner: Buffer) => Buffer.concat([Buffer.from([0x0a, inner.length]), inner]);
const MESSAGES = [TOO_LONG, within(TOO_LONG), within(within(TOO_LONG)), within(within(within(TOO_LONG)))];

const path = scratch();
let server: EventStoreServer;
let session: ClientHttp2Session;

const answersTo = (method: string, headers = {}) =>
  Promise.all(
    MESSAGES.map((message) => rawCall(session, { path: method, chunks: [frame(message)], headers })),
  );

describe('a length that passes the end of its message', () => {
  beforeAll(async () => {
    server = await startEventStoreServer({ port: 0, mem: true });
    session = rawSession(`http://127.0.0.1:${server.port}`);
  });
  afterAll(async () => {
    session.destroy();
    await server.stop();
  });

  it.each([...GUARDED, ...PUBLIC])('is refused by %s', async (method) => {
    const [first, ...deeper] = await answersTo(method);
    expect(first).toMatchObject({
      grpcStatus: status.INVALID_ARGUMENT,
      grpcMessage: 'malformed protobuf: field passes the end',
    });
    // Where a method has no message so deep, the bytes are text or unknown to it, and harmless.
    for (const { grpcStatus } of deeper) expect(grpcStatus).toBeDefined();
  });

  it.each(REFUSED)('does not come to %s', async (method) => {
    for (const { grpcStatus } of await answersTo(method)) expect(grpcStatus).toBe(status.UNIMPLEMENTED);
  });
});

const describeTls = describeUnless(whyNoCertificates(), 'frames/lengths.int.spec.ts with TLS');

describeTls('before the message is looked at', () => {
  beforeAll(async () => {
    const access = await makeAccess(path(''), { clerk: [] });
    server = await startEventStoreServer({ port: 0, data: path('store'), ...securedBy(access) });
    session = rawSession(`https://localhost:${server.port}`, readFileSync(access.ca));
  });
  afterAll(async () => {
    session.destroy();
    await server.stop();
  });

  it.each(GUARDED)('whoever gives a wrong password is refused by %s', async (method) => {
    const authorization = `Basic ${Buffer.from('clerk:another').toString('base64')}`;
    for (const { grpcStatus } of await answersTo(method, { authorization })) {
      expect(grpcStatus).toBe(status.UNAUTHENTICATED);
    }
  });

  // In a batch each append is refused by itself, which takes reading it, as whoever it is from.
  it.each(GUARDED.filter((method) => !method.endsWith('BatchAppend')))(
    'whoever names nobody is refused by %s',
    async (method) => {
      for (const { grpcStatus } of await answersTo(method)) expect(grpcStatus).toBe(status.PERMISSION_DENIED);
    },
  );
});
