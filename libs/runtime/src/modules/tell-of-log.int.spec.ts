import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PassThrough } from 'node:stream';
import { EventCodec, EventStore } from '#event-store';
import { type TellingLog, eventually, inMemoryKeyRing, tellingLog } from '#testing';
import { createLogger } from '../logging/app-logger.js';
import { tellOfLog } from './tell-of-log.js';

describe('When an app starts, its log', () => {
  let server: TellingLog;
  let store: EventStore;
  let lines: string;
  let stopped: AbortController;
  const telling = () => {
    const out = new PassThrough();
    out.on('data', (chunk: Buffer) => (lines += chunk.toString()));
    return tellOfLog(
      store,
      createLogger({ app: 'spec', level: 'info', destination: out }),
      stopped.signal,
      50,
    );
  };

  beforeEach(async () => {
    server = await tellingLog();
    store = EventStore.at(
      server.url.replace('esdb://', 'esdb://lindung:s3cret@'),
      new EventCodec(inMemoryKeyRing()),
    );
    stopped = new AbortController();
    lines = '';
  });
  afterEach(async () => {
    stopped.abort();
    await store.close();
    await server.close();
  });

  it('names the rights that are missing in the event log, and the command that gives them', async () => {
    server.read = { status: 7, words: 'Access Denied', metadata: { exception: 'access-denied' } };
    await telling();
    expect(lines).toContain('"level":"error"');
    expect(lines).toContain('"missing":["read $all","read streams"]');
    expect(lines).toContain('lindung log prepare');
    expect(lines).not.toContain('s3cret');
  });

  it('says that nobody leads', async () => {
    server.members = [{ port: server.port, state: 'UNKNOWN' }];
    await telling();
    expect(lines).toContain('The event log has no leader');
  });

  it('says once that nobody answers, and tells the rest when somebody does', async () => {
    const { port } = server;
    await server.close();
    const told = telling();
    await eventually('it is said', () => lines.includes('The event log cannot be asked yet'));
    server = await tellingLog(port);
    server.read = { status: 7, words: 'Access Denied', metadata: { exception: 'access-denied' } };
    await told;
    expect(lines.match(/cannot be asked yet/g)).toHaveLength(1);
    expect(lines).toContain('Rights in the event log are missing');
  });
});
