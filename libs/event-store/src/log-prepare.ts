import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { withAllSeeds } from './connection-string.js';
import { LogCalls } from './log-calls.js';
import { channelOverClient } from './log-channel.js';
import type { LogRight } from './log-check.js';
import { LogUnavailable } from './outage.js';

/** Where EventStoreDB keeps who may do what to `$all`, and to streams that say nothing of it themselves. */
const OF_ALL = { stream: '$$$all', type: '$metadata' } as const;
const OF_OTHERS = { stream: '$settings', type: 'update-default-acl' } as const;

/** Those who may read system streams where nobody says otherwise. */
const ADMINS = '$admins';

/** JSON objects of which we know a part. */
type Members = Readonly<Record<string, unknown>>;

/** Rights that the list for all other streams gives, by their names there. */
const IN_SETTINGS = { 'read streams': '$r', append: '$w' } as const;

interface Granting {
  /** Connection string of an administrator. */
  readonly admin: string;
  readonly user: string;
  readonly missing: readonly LogRight[];
  readonly timeoutMs: number;
}

/**
 * Gives a user what is missing, as an administrator: whoever could do it before still can, and nothing else changes.
 * @returns what was changed, in words
 * @throws LogUnavailable when the log does not take it, `LogDenies` when this is no administrator,
 *   WrongExpectedVersionError when somebody else changed rights at the same moment
 */
export async function grantRights({ admin, user, missing, timeoutMs }: Granting): Promise<readonly string[]> {
  const client = EventStoreDBClient.connectionString(withAllSeeds(admin));
  const calls = new LogCalls(channelOverClient(client), timeoutMs);
  try {
    const log = { calls, timeoutMs };
    const others = missing.filter((right) => right !== 'read $all');
    // What may be refused comes first, so that nothing is changed then.
    return [
      ...(others.length > 0 ? [await grantInSettings(log, user, others)] : []),
      ...(missing.includes('read $all') ? [await grantReadingAll(log, user)] : []),
    ];
  } finally {
    calls.close();
  }
}

interface Administered {
  readonly calls: LogCalls;
  readonly timeoutMs: number;
}

/** A list of its own takes the place of the one for all system streams. */
async function grantReadingAll(log: Administered, user: string): Promise<string> {
  const metadata = await newest(log, OF_ALL.stream);
  const settings = await newest(log, OF_OTHERS.stream);
  const acl = membersOf(metadata.data.$acl);
  const now = listOf(acl.$r) ?? listOf(membersOf(settings.data.$systemStreamAcl).$r) ?? [ADMINS];
  const readers = withUser(now, user);
  await write(log, OF_ALL, metadata, { ...metadata.data, $acl: { ...acl, $r: readers } });
  return `$all may be read by ${readers.join(', ')}`;
}

async function grantInSettings(
  log: Administered,
  user: string,
  rights: readonly (keyof typeof IN_SETTINGS)[],
): Promise<string> {
  const settings = await newest(log, OF_OTHERS.stream);
  const acl: Record<string, unknown> = { ...membersOf(settings.data.$userStreamAcl) };
  const given = rights.map((right) => {
    const name = IN_SETTINGS[right];
    const now = listOf(acl[name]);
    if (!now)
      throw new LogUnavailable(`denies "${right}", and ${OF_OTHERS.stream} does not say to whom it is given`);
    const users = withUser(now, user);
    acl[name] = users;
    return `${right}: ${users.join(', ')}`;
  });
  await write(log, OF_OTHERS, settings, { ...settings.data, $userStreamAcl: acl });
  return `streams without a list of their own: ${given.join('; ')}`;
}

/** What the last event of a stream says. */
interface Newest {
  readonly data: Members;
  /** Null when the stream does not exist. */
  readonly revision: bigint | null;
}

async function newest({ calls }: Administered, streamId: string): Promise<Newest> {
  let found: Newest = { data: {}, revision: null };
  for await (const batch of calls.read(streamId, 0n, 100)) {
    const last = batch.at(-1);
    if (last) found = { data: membersOf(last.data), revision: last.revision };
  }
  return found;
}

async function write(
  { calls, timeoutMs }: Administered,
  { stream, type }: { readonly stream: string; readonly type: string },
  { revision }: Newest,
  data: Record<string, unknown>,
): Promise<void> {
  await calls.append(stream, [jsonEvent({ type, data })], revision, timeoutMs);
}

function membersOf(value: unknown): Members {
  return typeof value === 'object' && value !== null ? (value as Members) : {};
}

function withUser(roles: readonly string[], user: string): readonly string[] {
  return roles.includes(user) ? roles : [...roles, user];
}

/** One role alone may be written without a list. */
function listOf(roles: unknown): readonly string[] | undefined {
  if (typeof roles === 'string') return [roles];
  return Array.isArray(roles) ? roles.map(String) : undefined;
}
