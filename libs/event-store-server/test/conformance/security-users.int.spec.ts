import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  AccessDeniedError,
  EventStoreDBClient,
  jsonEvent,
  persistentSubscriptionToStreamSettingsFromDefaults,
  type Credentials,
} from '@eventstore/db-client';
import {
  hashPassword,
  readUsers,
  startEventStoreServer,
  writeUsers,
  type EventStoreServer,
} from '#event-store-server';
import { eventually } from '../eventually.js';
import {
  makeCertificates,
  whyNoCertificates,
  type TestCertificates,
} from '../operations/test-certificates.js';
import { collect, freshName, someEvents, take } from './server-under-test.js';

const reason = process.env['EVENTSTORE_URL']
  ? 'the users of a foreign server are not ours'
  : whyNoCertificates();
if (reason !== undefined) process.stdout.write(`security-users.spec.ts is skipped: ${reason}\n`);
const describeHere = reason === undefined ? describe : describe.skip;

const ADMIN: Credentials = { username: 'admin', password: 'changeit' };
const AUDITOR: Credentials = { username: 'auditor', password: 'only:reading ✓' };
const WRONG: Credentials = { username: 'admin', password: 'wrong' };
const NOBODY: Credentials = { username: 'nobody', password: 'changeit' };

describeHere('a server with TLS and users', () => {
  let directory: string;
  let certificates: TestCertificates;
  let server: EventStoreServer;
  const clients: EventStoreDBClient[] = [];

  function connect(credentials: Credentials | undefined, more = ''): EventStoreDBClient {
    const { username, password } = credentials ?? { username: '', password: '' };
    const user = credentials === undefined ? '' : `${username}:${encodeURIComponent(password)}@`;
    const options = `tls=true&tlsCAFile=${certificates.ca}${more}`;
    const client = EventStoreDBClient.connectionString(`esdb://${user}127.0.0.1:${server.port}?${options}`);
    clients.push(client);
    return client;
  }

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'event-store-users-'));
    certificates = makeCertificates(directory);
    const usersFile = join(directory, 'users.json');
    writeUsers(usersFile, [
      { name: ADMIN.username, rights: 'read-write', password: await hashPassword(ADMIN.password) },
      { name: AUDITOR.username, rights: 'read-only', password: await hashPassword(AUDITOR.password) },
    ]);
    const tls = { cert: readFileSync(certificates.cert), key: readFileSync(certificates.key) };
    server = await startEventStoreServer({ port: 0, host: '0.0.0.0', mem: true, tls, usersFile });
  });
  afterAll(async () => {
    for (const client of clients) await client.dispose();
    await server.stop();
    rmSync(directory, { recursive: true });
  });

  /** Every kind of call, so that none is left open by mistake. */
  const reads: [string, (client: EventStoreDBClient, credentials?: Credentials) => Promise<unknown>][] = [
    ['readAll', (client, credentials) => collect(client.readAll({ maxCount: 1, credentials }))],
    ['readStream', (client, credentials) => collect(client.readStream('present', { credentials }))],
    [
      'subscribeToAll',
      (client, credentials) => take(client.subscribeToAll({ fromPosition: 'start', credentials }), 1),
    ],
    ['getStreamMetadata', (client, credentials) => client.getStreamMetadata('present', { credentials })],
    [
      'listAllPersistentSubscriptions',
      (client, credentials) => client.listAllPersistentSubscriptions({ credentials }),
    ],
  ];
  const writes: typeof reads = [
    [
      'appendToStream',
      (client, credentials) => client.appendToStream(freshName(), someEvents(1), { credentials }),
    ],
    ['deleteStream', (client, credentials) => client.deleteStream('present', { credentials })],
    ['tombstoneStream', (client, credentials) => client.tombstoneStream('present', { credentials })],
    [
      'setStreamMetadata',
      (client, credentials) => client.setStreamMetadata('present', { maxCount: 1 }, { credentials }),
    ],
    [
      'createPersistentSubscriptionToStream',
      (client, credentials) =>
        client.createPersistentSubscriptionToStream(
          'present',
          freshName('group'),
          persistentSubscriptionToStreamSettingsFromDefaults(),
          { credentials },
        ),
    ],
  ];

  beforeAll(async () => {
    await connect(ADMIN).appendToStream('present', someEvents(3));
  });

  it.each([...reads, ...writes])('refuses %s to whoever says no name', async (_, call) => {
    await expect(call(connect(undefined))).rejects.toBeInstanceOf(AccessDeniedError);
  });

  it.each([...reads, ...writes])('refuses %s to whoever has a wrong password', async (_, call) => {
    await expect(call(connect(WRONG))).rejects.toBeInstanceOf(AccessDeniedError);
  });

  it.each(reads)('lets a user with rights to read call %s', async (_, call) => {
    await expect(call(connect(AUDITOR))).resolves.toBeDefined();
  });

  it.each(writes)('refuses %s to a user with rights to read', async (_, call) => {
    await expect(call(connect(AUDITOR))).rejects.toBeInstanceOf(AccessDeniedError);
  });

  it('says to a reader what is missing', async () => {
    const error = await connect(AUDITOR)
      .appendToStream('present', someEvents(1))
      .catch((caught: unknown) => caught);
    expect(String(error)).toContain('user auditor may read, but not write');
  });

  it('takes the credentials of a call before those of the connection', async () => {
    const asAuditor = connect(AUDITOR);
    const stream = freshName();
    await asAuditor.appendToStream(stream, someEvents(1), { credentials: ADMIN });
    await expect(
      asAuditor.appendToStream(stream, someEvents(1), { credentials: WRONG }),
    ).rejects.toBeInstanceOf(AccessDeniedError);
    const asAdmin = connect(ADMIN);
    const refused = collect(asAdmin.readStream(stream, { credentials: NOBODY }));
    await expect(refused).rejects.toBeInstanceOf(AccessDeniedError);
    expect(await collect(asAdmin.readStream(stream))).toHaveLength(1);
  });

  it('stores what a user with rights to write appends in batches, one connection for all', async () => {
    const client = connect(ADMIN, '&throwOnAppendFailure=false');
    const stream = freshName();
    await Promise.all(Array.from({ length: 50 }, () => client.appendToStream(stream, someEvents(2))));
    expect(await collect(client.readStream(stream))).toHaveLength(100);
  });

  it('lets a reader work through a persistent subscription that a writer made', async () => {
    const [stream, group] = [freshName(), freshName('group')];
    const settings = persistentSubscriptionToStreamSettingsFromDefaults({ startFrom: 'start' });
    const admin = connect(ADMIN);
    await admin.appendToStream(stream, someEvents(2));
    await admin.createPersistentSubscriptionToStream(stream, group, settings);
    const subscription = connect(AUDITOR).subscribeToPersistentSubscriptionToStream(stream, group);
    let handled = 0;
    for await (const event of subscription) {
      await subscription.ack(event);
      if (++handled === 2) await subscription.unsubscribe();
    }
    expect(handled).toBe(2);
  });

  it('is found by gossip without credentials, and then asks for them', async () => {
    const discover = `esdb+discover://admin:changeit@localhost:${server.port}?tlsCAFile=${certificates.ca}`;
    const client = EventStoreDBClient.connectionString(discover);
    clients.push(client);
    const appended = await client.appendToStream(freshName(), jsonEvent({ type: 'Found', data: {} }));
    expect(appended.success).toBe(true);
  });

  it('is not trusted by a client that does not know its authority', async () => {
    const unaware = `esdb://admin:changeit@127.0.0.1:${server.port}?tls=true`;
    const client = EventStoreDBClient.connectionString(unaware);
    clients.push(client);
    const refused = client.appendToStream(freshName(), someEvents(1), { deadline: 5_000 });
    await expect(refused).rejects.toThrow(/certificate/);
  });

  it.each([
    ['HTTP/1.1', ['http/1.1']],
    ['HTTP/1.1 or HTTP/2, as curl does', ['h2', 'http/1.1']],
    ['no protocol', undefined],
  ])(
    'asks for credentials at /metrics, and not at /health, when a client offers %s',
    async (_, protocols) => {
      const get = (path: string, auth?: string) =>
        new Promise<number | undefined>((resolve, reject) => {
          const to = { host: '127.0.0.1', port: server.port, path, auth, agent: false } as const;
          const tls = { ca: readFileSync(certificates.ca), ALPNProtocols: protocols };
          request({ ...to, ...tls }, (response) => {
            response.resume();
            resolve(response.statusCode);
          })
            .once('error', reject)
            .end();
        });
      expect(await get('/health/ready')).toBe(204);
      expect(await get('/metrics')).toBe(401);
      expect(await get('/metrics', 'admin:wrong')).toBe(401);
      expect(await get('/metrics', 'admin:changeit')).toBe(200);
    },
  );

  it('follows the users file while it runs', async () => {
    const file = join(directory, 'users.json');
    const late: Credentials = { username: 'late', password: 'joined' };
    const read = () =>
      collect(connect(late).readStream('present')).then(
        () => 'let in',
        () => 'refused',
      );
    expect(await read()).toBe('refused');
    const users = readUsers(file);
    const password = await hashPassword(late.password);
    writeUsers(file, [...users, { name: late.username, rights: 'read-only', password }]);
    await eventually('the new user is let in', async () => (await read()) === 'let in');
    writeUsers(file, users);
    await eventually('the removed user is refused', async () => (await read()) === 'refused');
  });
});
