import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ChannelCredentials, Metadata, status, type Client, type requestCallback } from '@grpc/grpc-js';
import gossipGrpc from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import persistentGrpc from '@eventstore/db-client/generated/persistent_grpc_pb.js';
import featuresGrpc from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import type { Empty } from '@eventstore/db-client/generated/shared_pb.js';
import {
  AccessDeniedError,
  EventStoreDBClient,
  jsonEvent,
  persistentSubscriptionToStreamSettingsFromDefaults,
  type Credentials,
} from '@eventstore/db-client';
import { hashPassword, readUsers, writeUsers } from '#event-store-server';
import { describeUnless } from '../describe-unless.js';
import { eventually } from '../eventually.js';
import { whyNoCertificates } from '../operations/test-certificates.js';
import { PASSWORD, startSecuredServer, type SecuredServer } from '../secured-server.js';
import { collect, freshName, someEvents, take } from './server-under-test.js';

const reason = process.env['EVENTSTORE_URL']
  ? 'the users of a foreign server are not ours'
  : whyNoCertificates();
const describeHere = describeUnless(reason, 'conformance/security-users.int.spec.ts');

const { GossipClient } = gossipGrpc;
const { PersistentSubscriptionsClient } = persistentGrpc;
const { ServerFeaturesClient } = featuresGrpc;

const ADMIN: Credentials = { username: 'admin', password: PASSWORD };
const AUDITOR_PASSWORD = 'only:reading ✓';
const WRONG: Credentials = { username: 'admin', password: 'wrong' };
const NOBODY: Credentials = { username: 'nobody', password: PASSWORD };

describeHere('a server with TLS and users', () => {
  let server: SecuredServer;

  beforeAll(async () => {
    const password = await hashPassword(AUDITOR_PASSWORD);
    const auditor = { name: 'auditor', groups: [], rights: 'read-only', password } as const;
    server = await startSecuredServer({ admin: ['$admins'], clerk: [], other: [] }, [auditor]);
  });
  afterAll(() => server.stop());
  const asAuditor = () => server.connect('auditor', AUDITOR_PASSWORD);

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
    await server.connect('admin').appendToStream('present', someEvents(3));
  });

  it.each([...reads, ...writes])('refuses %s to whoever says no name', async (_, call) => {
    const error: unknown = await call(server.connect()).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(AccessDeniedError);
    // The client leaves the code out where an append of a batch is refused by itself.
    expect([7, undefined]).toContain((error as AccessDeniedError).code);
  });

  it.each([...reads, ...writes])('does not know in %s whoever has a wrong password', async (_, call) => {
    const refused = call(server.connect('admin', 'wrong'));
    await expect(refused).rejects.toMatchObject({ type: 'access-denied', code: 16 });
  });

  it.each(reads)('lets a user who was read-only before there were groups call %s', async (_, call) => {
    await expect(call(asAuditor())).resolves.toBeDefined();
  });

  it.each(writes)('refuses %s to a user who was read-only before there were groups', async (_, call) => {
    await expect(call(asAuditor())).rejects.toBeInstanceOf(AccessDeniedError);
  });

  describe('on the wire', () => {
    const channel = () => ChannelCredentials.createSsl(readFileSync(server.ca));
    const signedInAs = (credentials?: Credentials): Metadata => {
      const metadata = new Metadata();
      const text = `${credentials?.username}:${credentials?.password}`;
      if (credentials) metadata.set('authorization', `Basic ${Buffer.from(text).toString('base64')}`);
      return metadata;
    };
    /** The code of the answer to a call with one request, 0 when it is answered, and what exception it names. */
    const ask = (
      Client: new (address: string, credentials: ChannelCredentials) => Client,
      method: string,
      metadata: Metadata,
    ) =>
      new Promise<{ code: number; exception: unknown }>((resolve) => {
        const client = new Client(`localhost:${server.port}`, channel()) as Client &
          Record<string, (request: Empty, metadata: Metadata, answer: requestCallback<unknown>) => unknown>;
        client[method]!(new sharedPb.Empty(), metadata, (error) => {
          resolve({ code: error?.code ?? 0, exception: error?.metadata.get('exception')[0] });
          client.close();
        });
      });

    it('gossip and server features want no credentials, and take none that are wrong', async () => {
      for (const [Client, method] of [
        [GossipClient, 'read'],
        [ServerFeaturesClient, 'getSupportedMethods'],
      ] as const) {
        expect((await ask(Client, method, signedInAs())).code).toBe(status.OK);
        expect((await ask(Client, method, signedInAs(ADMIN))).code).toBe(status.OK);
        expect((await ask(Client, method, signedInAs(WRONG))).code).toBe(status.UNAUTHENTICATED);
        expect((await ask(Client, method, signedInAs(NOBODY))).code).toBe(status.UNAUTHENTICATED);
      }
    });

    it('everything else answers access-denied to whoever has none, or some of another kind', async () => {
      const ofAnotherKind = new Metadata();
      ofAnotherKind.set('authorization', 'Bearer abc');
      for (const metadata of [signedInAs(), ofAnotherKind]) {
        expect(await ask(PersistentSubscriptionsClient, 'restartSubsystem', metadata)).toEqual({
          code: status.PERMISSION_DENIED,
          exception: 'access-denied',
        });
      }
    });
  });

  it('says who may not do what', async () => {
    const refused = collect(server.connect('clerk').readAll({ maxCount: 1 }));
    await expect(refused).rejects.toThrow('Access Denied: user clerk may not read $all');
    const nameless = collect(server.connect().readAll({ maxCount: 1 }));
    await expect(nameless).rejects.toThrow('Access Denied: give a user name and a password to call read');
  });

  it('takes the credentials of a call before those of the connection', async () => {
    const auditor = asAuditor();
    const stream = freshName();
    await auditor.appendToStream(stream, someEvents(1), { credentials: ADMIN });
    await expect(
      auditor.appendToStream(stream, someEvents(1), { credentials: WRONG }),
    ).rejects.toBeInstanceOf(AccessDeniedError);
    const asAdmin = server.connect('admin');
    const refused = collect(asAdmin.readStream(stream, { credentials: NOBODY }));
    await expect(refused).rejects.toBeInstanceOf(AccessDeniedError);
    expect(await collect(asAdmin.readStream(stream))).toHaveLength(1);
  });

  it('stores what an ordinary user appends in batches, one connection for all', async () => {
    const client = server.connect('clerk');
    const stream = freshName();
    await Promise.all(Array.from({ length: 50 }, () => client.appendToStream(stream, someEvents(2))));
    expect(await collect(client.readStream(stream))).toHaveLength(100);
  });

  it('lets an ordinary user work through a persistent subscription that an administrator made', async () => {
    const [stream, group] = [freshName(), freshName('group')];
    const settings = persistentSubscriptionToStreamSettingsFromDefaults({ startFrom: 'start' });
    const admin = server.connect('admin');
    await admin.appendToStream(stream, someEvents(2));
    await admin.createPersistentSubscriptionToStream(stream, group, settings);
    const subscription = server.connect('clerk').subscribeToPersistentSubscriptionToStream(stream, group);
    let handled = 0;
    for await (const event of subscription) {
      await subscription.ack(event);
      if (++handled === 2) await subscription.unsubscribe();
    }
    expect(handled).toBe(2);
  });

  it('is found by gossip without credentials, and then asks for them', async () => {
    const discover = `esdb+discover://admin:${encodeURIComponent(PASSWORD)}@localhost:${server.port}?tlsCAFile=${server.ca}`;
    const client = EventStoreDBClient.connectionString(discover);
    const appended = await client.appendToStream(freshName(), jsonEvent({ type: 'Found', data: {} }));
    expect(appended.success).toBe(true);
    await client.dispose();
  });

  it('is not trusted by a client that does not know its authority', async () => {
    const unaware = `esdb://admin:${encodeURIComponent(PASSWORD)}@127.0.0.1:${server.port}?tls=true`;
    const client = EventStoreDBClient.connectionString(unaware);
    const refused = client.appendToStream(freshName(), someEvents(1), { deadline: 5_000 });
    await expect(refused).rejects.toThrow(/certificate/);
    await client.dispose();
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
          const tls = { ca: readFileSync(server.ca), ALPNProtocols: protocols };
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
      expect(await get('/metrics', `admin:${PASSWORD}`)).toBe(200);
    },
  );

  it('follows the users file while it runs', async () => {
    const file = server.usersFile;
    const read = () =>
      collect(server.connect('late', 'joined').readStream('present')).then(
        () => 'let in',
        () => 'refused',
      );
    expect(await read()).toBe('refused');
    const users = readUsers(file);
    writeUsers(file, [...users, { name: 'late', groups: [], password: await hashPassword('joined') }]);
    await eventually('the new user is let in', async () => (await read()) === 'let in');
    writeUsers(file, users);
    await eventually('the removed user is refused', async () => (await read()) === 'refused');
  });
});
