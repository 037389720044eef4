import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { status } from '@grpc/grpc-js';
import {
  AccessDeniedError,
  StreamNotFoundError,
  excludeSystemEvents,
  jsonEvent,
  persistentSubscriptionToAllSettingsFromDefaults,
  persistentSubscriptionToStreamSettingsFromDefaults,
  type EventStoreDBClient,
  type StreamMetadata,
} from '@eventstore/db-client';
import { describeUnless } from '../describe-unless.js';
import { whyNoCertificates } from '../operations/test-certificates.js';
import { PASSWORD, startSecuredServer, type SecuredServer } from '../secured-server.js';
import { collect, freshName, someEvents, take } from '../conformance/server-under-test.js';

/** Who may do what with a stream that has this access list: what a secured EventStoreDB 24.2.0 answered. */
interface Row {
  readonly setting: string;
  readonly stream: '$all' | 'user' | 'system' | 'group';
  readonly acl: string;
  readonly who: string;
  readonly [operation: string]: string;
}

const DESCRIPTION = ['setting', 'stream', 'acl', 'who'];
const ROWS = readFileSync(join(import.meta.dirname, 'rights.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Row);

const GROUPS = { u1: ['g1'], u2: [], ops: ['$ops'], admin: ['$admins'] };

/** What an administrator had set before, by the words of the recording. */
const SETTINGS: Readonly<Record<string, (admin: EventStoreDBClient) => Promise<unknown>>> = {
  'as installed': async () => undefined,
  '$all read by u1 and $admins': (admin) =>
    admin.setStreamMetadata('$all', { acl: { readRoles: ['u1', '$admins'] } }),
  '$settings: user streams u1 and $admins (delete, write metadata: $admins), system streams read by u1': (
    admin,
  ) => {
    const [both, admins] = [['u1', '$admins'], '$admins'];
    const user = { $r: both, $w: both, $d: admins, $mr: both, $mw: admins };
    const system = { ...user, $w: admins };
    const data = { $userStreamAcl: user, $systemStreamAcl: system };
    return admin.appendToStream('$settings', jsonEvent({ type: '$settings', data }));
  },
};

const LISTS = {
  r: 'readRoles',
  w: 'writeRoles',
  d: 'deleteRoles',
  mr: 'metaReadRoles',
  mw: 'metaWriteRoles',
};

/** The metadata that the recording calls `r, w: u1`. */
function metadataOf(acl: string): StreamMetadata | undefined {
  if (acl === 'no metadata') return undefined;
  if (acl === 'no acl') return { maxCount: 10 };
  if (acl.startsWith('$')) return { acl } as unknown as StreamMetadata;
  const [letters = '', role] = acl.split(': ');
  const roles = role === '[]' ? [] : [role];
  const lists = letters.split(', ').map((letter) => [LISTS[letter as keyof typeof LISTS], roles]);
  return { acl: Object.fromEntries(lists) };
}

const reason = process.env['EVENTSTORE_URL'] ? 'the server is not ours' : whyNoCertificates();
const describeHere = describeUnless(reason, 'recorded/rights.int.spec.ts');

describeHere.each(Object.keys(SETTINGS))('%s', (setting) => {
  const rows = ROWS.filter((row) => row.setting === setting);
  let server: SecuredServer;
  const as: Record<string, EventStoreDBClient> = {};

  beforeAll(async () => {
    server = await startSecuredServer(GROUPS);
    for (const name of Object.keys(GROUPS)) as[name] = server.connect(name);
    as['nobody'] = server.connect();
    await as['admin']!.appendToStream('present', someEvents(1));
    await SETTINGS[setting]!(as['admin']!);
  });
  afterAll(() => server.stop());

  const kinds = [...new Set(rows.map((row) => `${row.stream}, ${row.acl}`))];
  it.each(kinds)('%s', async (kind) => {
    const asked = rows.filter((row) => `${row.stream}, ${row.acl}` === kind);
    const answers = await Promise.all(asked.map((row) => answersTo(row)));
    expect(answers).toEqual(asked);
  });

  /** The row as this server answers it; what was not tried is taken as it stands. */
  async function answersTo(row: Row): Promise<Row> {
    const { who, stream } = row;
    const operations =
      stream === '$all' ? onAll(who) : stream === 'group' ? await onGroup(who) : await onStream(row);
    const names = Object.keys(row).filter((name) => !DESCRIPTION.includes(name));
    const outcomes: Record<string, string> = {};
    for (const name of names) {
      outcomes[name] = row[name]!.includes('not tried') ? row[name]! : await outcomeOf(operations[name]!);
    }
    return { ...row, ...outcomes };
  }

  function onAll(who: string): Operations {
    const client = as[who]!;
    const create = () =>
      client.createPersistentSubscriptionToAll(
        freshName('group'),
        persistentSubscriptionToAllSettingsFromDefaults(),
      );
    return {
      read: () => collect(client.readAll({ maxCount: 1 })),
      readFiltered: () => take(client.subscribeToAll({ filter: excludeSystemEvents() }), 1),
      subscribe: () => take(client.subscribeToAll(), 1),
      append: () => client.appendToStream('$all', someEvents(1)),
      getMetadata: () => client.getStreamMetadata('$all'),
      createGroup: create,
      listGroups: () => client.listAllPersistentSubscriptions(),
      restartGroups: () => client.restartPersistentSubscriptionSubsystem(),
      readSettings: () => collect(client.readStream('$settings')),
      appendSettings: () => client.appendToStream('$settings', someEvents(1)),
    };
  }

  /** Three streams with the same list: two of them will be deleted. */
  async function onStream({ who, stream, acl }: Row): Promise<Operations> {
    const [client, admin] = [as[who]!, as['admin']!];
    const names = ['', 'deleted', 'closed'].map((word) => (stream === 'system' ? '$' : '') + freshName(word));
    const metadata = metadataOf(acl);
    for (const name of names) {
      await admin.appendToStream(name, someEvents(1));
      if (metadata !== undefined) await admin.setStreamMetadata(name, metadata);
    }
    const [name, deleted, closed] = names as [string, string, string];
    const credentials = who === 'nobody' ? undefined : { username: who, password: PASSWORD };
    return {
      read: () => collect(client.readStream(name, { maxCount: 1 })),
      subscribe: () => take(client.subscribeToStream(name), 1),
      append: async () => {
        const batch = await outcomeOf(() => client.appendToStream(name, someEvents(1)));
        const single = await outcomeOf(() => client.appendToStream(name, someEvents(1), { credentials }));
        expect(single).toBe(batch);
        if (batch === 'denied') throw new AccessDeniedError();
      },
      delete: () => client.deleteStream(deleted),
      tombstone: () => client.tombstoneStream(closed),
      getMetadata: () => client.getStreamMetadata(name),
      setMetadata: () => client.setStreamMetadata(name, metadata ?? {}),
      createGroup: () => client.createPersistentSubscriptionToStream(name, freshName('group'), DEFAULTS),
    };
  }

  async function onGroup(who: string): Promise<Operations> {
    const [client, admin] = [as[who]!, as['admin']!];
    const [name, group] = [freshName(), freshName('group')];
    await admin.appendToStream(name, someEvents(1));
    await admin.createPersistentSubscriptionToStream(name, group, DEFAULTS);
    return {
      connect: () => take(client.subscribeToPersistentSubscriptionToStream(name, group), 1),
      info: () => client.getPersistentSubscriptionToStreamInfo(name, group),
      update: () => client.updatePersistentSubscriptionToStream(name, group, DEFAULTS),
      replayParked: () => client.replayParkedMessagesToStream(name, group),
      list: () => client.listPersistentSubscriptionsToStream(name),
      delete: () => client.deletePersistentSubscriptionToStream(name, group),
    };
  }
});

type Operations = Readonly<Record<string, () => Promise<unknown>>>;

const DEFAULTS = persistentSubscriptionToStreamSettingsFromDefaults({ startFrom: 'start' });

async function outcomeOf(operation: () => Promise<unknown>): Promise<string> {
  try {
    await operation();
    return 'ok';
  } catch (error) {
    if (error instanceof AccessDeniedError)
      return error.code === status.UNAUTHENTICATED ? 'not authenticated' : 'denied';
    if (error instanceof StreamNotFoundError) return 'not found';
    throw error;
  }
}
