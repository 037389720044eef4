import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect as connectHttp2, type ClientHttp2Session } from 'node:http2';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { connect as connectTls } from 'node:tls';
import { afterEach, describe, expect, it } from '@jest/globals';
import { EventStoreDBClient } from '@eventstore/db-client';
import {
  startEventStoreServer,
  type EventStoreServer,
  type EventStoreServerOptions,
} from '#event-store-server';
import { describeUnless } from '../describe-unless.js';
import { scratch } from '../operations/scratch.js';
import { makeCertificates, whyNoCertificates } from '../operations/test-certificates.js';
import { frame } from './frame.js';
import { rawCall, rawSession, roundTrip } from './raw-call.js';

const READ = '/event_store.client.streams.Streams/Read';
const APPEND = '/event_store.client.streams.Streams/Append';
const PREFACE = 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n';

const path = scratch();
const ends: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

async function start(options: Partial<EventStoreServerOptions> = {}): Promise<EventStoreServer> {
  const server = await startEventStoreServer({ port: 0, mem: true, ...options });
  ends.push(() => server.stop());
  return server;
}

function open(port: number): Socket {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  ends.push(() => socket.destroy());
  return socket;
}

function sessionTo(server: EventStoreServer): ClientHttp2Session {
  const session = rawSession(`http://127.0.0.1:${server.port}`);
  ends.push(() => session.destroy());
  return session;
}

/** Whether it ends in order or is cut is the same here. */
function closed(socket: Socket): Promise<void> {
  return new Promise((resolve) => void socket.once('close', () => resolve()));
}

/** What is answered to these bytes until the connection ends. */
function answerTo(port: number, bytes: string): Promise<string> {
  const socket = open(port);
  socket.write(bytes);
  return text(socket);
}

describe('a connection ends by itself', () => {
  const PATIENCE_MS = 150;
  const mainPort = ({ port }: EventStoreServer) => port;
  const metricsPort = (server: EventStoreServer) => server.metricsPort!;

  it.each([
    ['that says nothing', mainPort, ''],
    ['that says a part of the preface of HTTP/2', mainPort, PREFACE.slice(0, 20)],
    ['that says the preface of HTTP/2 and no more', mainPort, PREFACE],
    ['that begins with headers of HTTP and no more', mainPort, 'GET /ping HTTP/1.1\r\nhost: here\r\n'],
    [
      'that announces a body and sends none',
      mainPort,
      'POST /x HTTP/1.1\r\nhost: a\r\ncontent-length: 9\r\n\r\n',
    ],
    ['that says nothing to the metrics', metricsPort, ''],
    ['that begins with headers for the metrics', metricsPort, 'GET /metrics HTTP/1.1\r\n'],
  ])('%s', async (_, portOf, bytes) => {
    const server = await start({ patienceMs: PATIENCE_MS, metricsPort: 0 });
    const socket = open(portOf(server));
    socket.write(bytes);
    socket.resume();
    await closed(socket);
  });

  it('that sends its headers byte by byte', async () => {
    const server = await start({ patienceMs: PATIENCE_MS });
    const socket = open(server.port);
    socket.resume();
    socket.write('GET /ping HTTP/1.1\r\nslow: ');
    const drip = setInterval(() => socket.write('x'), PATIENCE_MS / 10);
    ends.push(() => clearInterval(drip));
    await closed(socket);
  });

  const describeTls = describeUnless(whyNoCertificates(), 'frames/limits.int.spec.ts with TLS');

  describeTls('of TLS', () => {
    it('whether it says nothing before or after TLS is agreed on', async () => {
      const files = makeCertificates(path(''));
      const tls = { cert: readFileSync(files.cert), key: readFileSync(files.key) };
      const { port } = await start({ patienceMs: PATIENCE_MS, tls });
      const before = open(port).resume();
      const ca = readFileSync(files.ca);
      const after = connectTls({ port, ca, servername: 'localhost', ALPNProtocols: ['h2'] }).resume();
      after.on('error', () => undefined);
      await Promise.all([closed(before), closed(after)]);
    });
  });

  it('but not while somebody is there who has nothing to say', async () => {
    const server = await start({ patienceMs: PATIENCE_MS });
    const idle = connectHttp2(`http://127.0.0.1:${server.port}`);
    ends.push(() => idle.destroy());
    const silent = open(server.port).resume();
    silent.write(PREFACE);
    await closed(silent);
    expect(idle.destroyed).toBe(false);
    await expect(rawCall(idle, { path: READ, chunks: [frame(Buffer.alloc(0))] })).resolves.toMatchObject({
      httpStatus: 200,
    });
  });
});

describe('first bytes', () => {
  it('of HTTP/2 may come one by one', async () => {
    const server = await start();
    const socket = open(server.port);
    socket.setNoDelay(true);
    for (const byte of PREFACE) await new Promise((written) => socket.write(byte, written));
    const [settings] = (await once(socket, 'data')) as [Buffer];
    // The fourth byte of a frame is its kind: 4 is SETTINGS, with which a server begins.
    expect(settings[3]).toBe(4);
  });

  it.each(['GET //', 'GET http://[', 'GET http://a:b', 'HEAD //'])(
    'of %s are answered with 400',
    async (line) => {
      const server = await start({ metricsPort: 0 });
      const request = `${line} HTTP/1.1\r\nhost: here\r\n\r\n`;
      for (const port of [server.port, server.metricsPort!]) {
        expect(await answerTo(port, request)).toMatch(/^HTTP\/1\.1 400 /);
      }
    },
  );

  it('of headers that are too large are answered with 431', async () => {
    const { port } = await start();
    const answer = await answerTo(
      port,
      `GET /ping HTTP/1.1\r\nhost: a\r\nlarge: ${'x'.repeat(20_000)}\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
  });

  it.each([
    ['too many headers of gRPC', 200, 10],
    ['headers of gRPC that are too large', 40, 10_000],
  ])('of %s are refused, and others are served', async (_, count, length) => {
    const server = await start();
    const headers = Object.fromEntries(
      Array.from({ length: count }, (__, n) => [`x-${n}`, 'x'.repeat(length)]),
    );
    const { httpStatus } = await rawCall(sessionTo(server), { path: READ, chunks: [], headers });
    expect(httpStatus).toBeUndefined();
    const next = await rawCall(sessionTo(server), { path: READ, chunks: [frame(Buffer.alloc(0))] });
    expect(next.httpStatus).toBe(200);
  });
});

it('turns away whoever comes when there are as many connections as it takes', async () => {
  const server = await start({ maxConnections: 3, metricsPort: 0 });
  const client = EventStoreDBClient.connectionString(server.connectionString);
  ends.push(() => client.dispose());
  for await (const event of client.readAll({ maxCount: 1 })) expect(event).toBeDefined();
  const others = [open(server.port), open(server.port)];
  await Promise.all(others.map((socket) => once(socket, 'connect')));
  const late = open(server.port);
  await closed(late.resume());
  const metrics = await (await fetch(`http://127.0.0.1:${server.metricsPort}/metrics`)).text();
  expect(metrics).toContain('event_store_turned_away_connections_total 1\n');
  others[0]!.destroy();
  await closed(others[0]!);
  for await (const event of client.readAll({ maxCount: 1 })) expect(event).toBeDefined();
});

it('takes a thousand calls of one connection at a time, and goes on when they end', async () => {
  const session = sessionTo(await start());
  await once(session, 'remoteSettings');
  expect(session.remoteSettings.maxConcurrentStreams).toBe(1_000);
  const held = Array.from({ length: 1_000 }, () => {
    const call = session.request({ ':method': 'POST', ':path': APPEND, 'content-type': 'application/grpc' });
    return call.on('error', () => undefined);
  });
  await roundTrip(session);
  const seen: string[] = [];
  const oneMore = rawCall(session, { path: READ, chunks: [frame(Buffer.alloc(0))] });
  void oneMore.then(() => seen.push('one more ended'));
  await roundTrip(session);
  seen.push('the others end');
  for (const call of held) call.close();
  await oneMore;
  expect(seen).toEqual(['the others end', 'one more ended']);
  await roundTrip(session);
  const next = await rawCall(session, { path: READ, chunks: [frame(Buffer.alloc(0))] });
  expect(next.httpStatus).toBe(200);
});
