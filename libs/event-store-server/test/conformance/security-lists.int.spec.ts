import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  AccessDeniedError,
  END,
  StreamNotFoundError,
  jsonEvent,
  streamNameFilter,
} from '@eventstore/db-client';
import { describeUnless } from '../describe-unless.js';
import { whyNoCertificates } from '../operations/test-certificates.js';
import { startSecuredServer, type SecuredServer } from '../secured-server.js';
import { collect, freshName, someEvents, take } from './server-under-test.js';

const reason = process.env['EVENTSTORE_URL']
  ? 'the users of a foreign server are not ours'
  : whyNoCertificates();
const describeHere = describeUnless(reason, 'conformance/security-lists.int.spec.ts');

describeHere('an access list', () => {
  let server: SecuredServer;

  beforeAll(async () => {
    server = await startSecuredServer({ admin: ['$admins'], clerk: [] });
    await server.connect('admin').appendToStream('present', someEvents(1));
  });
  afterAll(() => server.stop());

  it('counts from the moment it is acknowledged, and until it is replaced', async () => {
    const [admin, clerk, stream] = [server.connect('admin'), server.connect('clerk'), freshName()];
    const read = () =>
      collect(clerk.readStream(stream)).then(
        () => 'read',
        (error: unknown) => (error instanceof AccessDeniedError ? 'refused' : String(error)),
      );
    await admin.appendToStream(stream, someEvents(1));
    for (const [readRoles, outcome] of [
      [['other'], 'refused'],
      [['other', 'clerk'], 'read'],
      [[], 'refused'],
      [['$all'], 'read'],
    ] as const) {
      await admin.setStreamMetadata(stream, { acl: { readRoles: [...readRoles] } });
      expect(await read()).toBe(outcome);
    }
  });

  it('is asked when a subscription starts: one that is open goes on', async () => {
    const [admin, clerk, stream] = [server.connect('admin'), server.connect('clerk'), freshName()];
    const subscription = clerk.subscribeToStream(stream);
    await new Promise((resolve) => subscription.once('confirmation', resolve));
    await admin.setStreamMetadata(stream, { acl: { readRoles: ['$admins'] } });
    await admin.appendToStream(stream, someEvents(1));
    expect(await take(subscription, 1)).toHaveLength(1);
    await expect(take(clerk.subscribeToStream(stream), 1)).rejects.toBeInstanceOf(AccessDeniedError);
  });

  it('does not outlive a stream that is closed for good', async () => {
    const [admin, clerk, stream] = [server.connect('admin'), server.connect('clerk'), freshName()];
    await admin.appendToStream(stream, someEvents(1));
    await admin.setStreamMetadata(stream, { acl: { readRoles: ['$admins'], metaReadRoles: ['$admins'] } });
    await admin.tombstoneStream(stream);
    await expect(collect(clerk.readStream(stream))).rejects.toMatchObject({ type: 'stream-deleted' });
  });

  it('of metadata that cannot be read is none', async () => {
    const [admin, clerk, stream] = [server.connect('admin'), server.connect('clerk'), freshName()];
    await admin.appendToStream(stream, someEvents(1));
    const acl = { $acl: { $r: '$admins', $mr: 5 } };
    await admin.appendToStream(`$$${stream}`, jsonEvent({ type: '$metadata', data: acl }));
    expect(await collect(clerk.readStream(stream))).toHaveLength(1);
  });

  it('counts before anything else is wrong with a call', async () => {
    const [admin, clerk, stream] = [server.connect('admin'), server.connect('clerk'), freshName()];
    const roles = { readRoles: [], writeRoles: [], deleteRoles: [] };
    await admin.setStreamMetadata(stream, { acl: roles });
    const expectedRevision = 7n;
    for (const refused of [
      collect(clerk.readStream(stream, { fromRevision: END })),
      take(clerk.subscribeToAll({ filter: streamNameFilter({ regex: '(' }) }), 1),
      clerk.appendToStream(stream, someEvents(1), { expectedRevision }),
      clerk.tombstoneStream(stream, { expectedRevision }),
      take(clerk.subscribeToPersistentSubscriptionToStream(stream, 'no-such-group'), 1),
    ]) {
      await expect(refused).rejects.toBeInstanceOf(AccessDeniedError);
    }
    await expect(collect(admin.readStream(stream))).rejects.toBeInstanceOf(StreamNotFoundError);
  });

  it('is not for the metadata of $all or of the system unless it names them', async () => {
    const clerk = server.connect('clerk');
    for (const stream of ['$all', '$settings', '$$present']) {
      await expect(clerk.getStreamMetadata(stream)).rejects.toBeInstanceOf(AccessDeniedError);
      await expect(clerk.setStreamMetadata(stream, { acl: { readRoles: ['clerk'] } })).rejects.toBeInstanceOf(
        AccessDeniedError,
      );
    }
    await expect(clerk.tombstoneStream('$$present')).rejects.toBeInstanceOf(AccessDeniedError);
    await expect(server.connect('admin').tombstoneStream('$$present')).rejects.toBeInstanceOf(
      AccessDeniedError,
    );
  });
});
