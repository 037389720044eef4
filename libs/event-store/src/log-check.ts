import { randomUUID } from 'node:crypto';
import { EventStoreDBClient, WrongExpectedVersionError, jsonEvent } from '@eventstore/db-client';
import { status } from '@grpc/grpc-js';
import { type ClusterMember, leaderOf, whyNoAppends } from './cluster.js';
import type { LogCalls } from './log-calls.js';
import { type FindChannel, channelOverClient } from './log-channel.js';
import { AppendUnanswered, LogDenies, LogUnavailable } from './outage.js';
import { Patience } from './silence.js';

/** What Lindung must be allowed to do to the log; it deletes nothing and changes no metadata. */
export const LOG_RIGHTS = ['read $all', 'read streams', 'append'] as const;

export type LogRight = (typeof LOG_RIGHTS)[number];

/** What a log is, and what it lets us do. */
export interface LogReport {
  /** As the server states it; null for one that does not. */
  readonly version: string | null;
  /** As the node that is asked knows them; none for a log in this process. */
  readonly members: readonly ClusterMember[];
  readonly leader: string | null;
  /** Why the cluster takes no appends now; null when it does. */
  readonly noAppends: string | null;
  /** Who signs in; null where nobody does. */
  readonly user: string | null;
  readonly rights: Readonly<Record<LogRight, 'given' | 'missing' | 'not known'>>;
  /** What the log said where a right is missing or not known. */
  readonly said: readonly string[];
}

interface Checked {
  readonly calls: LogCalls;
  readonly channel: FindChannel;
  readonly user: string | undefined;
  readonly timeoutMs: number;
  /** Connection strings of the nodes, for when none of them leads. */
  readonly seeds: readonly string[];
}

type Rights = Record<LogRight, LogReport['rights'][LogRight]>;

const NOT_KNOWN: Readonly<Rights> = {
  'read $all': 'not known',
  'read streams': 'not known',
  append: 'not known',
};

/**
 * Asks a log what it is and what it lets us do. Nothing is recorded.
 * @throws LogUnavailable when no server is found
 */
export async function checkLog(checked: Checked): Promise<LogReport> {
  const { calls, channel, user = null, timeoutMs, seeds } = checked;
  const said = new Set<string>();
  const ask = asking(said);
  const found = await ask(() => new Patience(timeoutMs).of(channel()));
  if (!found || isFailure(found)) {
    const members = await membersOfAny(seeds, timeoutMs);
    if (!members) throw found ?? new LogUnavailable('cannot be found');
    return { version: null, ...standing(members), user, rights: NOT_KNOWN, said: [...said] };
  }
  const [told, stated] = await Promise.all([
    ask(() => found.members?.(timeoutMs)),
    ask(() => found.version?.(timeoutMs)),
  ]);
  // Nobody is there; whoever is there and lets us do nothing is something else.
  if (isFailure(stated) && !(stated instanceof LogDenies)) throw stated;
  const members = answered(told) ?? [];
  const rights: Rights = { ...NOT_KNOWN };
  for (const right of LOG_RIGHTS) {
    const outcome = await ask(() => TRIED[right](calls, timeoutMs));
    if (!isFailure(outcome)) rights[right] = 'given';
    else if (outcome instanceof LogDenies && !isOfSigningIn(outcome)) rights[right] = 'missing';
  }
  return {
    version: answered<string | null>(stated) ?? null,
    ...standing(members),
    user,
    rights,
    said: [...said],
  };
}

/** What cannot be asked is told in `said`, and the rest is asked all the same. */
const asking =
  (said: Set<string>) =>
  async <Answer>(question: () => Promise<Answer> | undefined): Promise<Answer | Failure | undefined> => {
    try {
      return await question();
    } catch (error) {
      if (!isFailure(error)) throw error;
      said.add(error instanceof LogDenies ? `The event log denies this: ${error.said}` : error.message);
      return error;
    }
  };

function standing(members: readonly ClusterMember[]): Pick<LogReport, 'members' | 'leader' | 'noAppends'> {
  const noAppends = (members.length > 0 && whyNoAppends(members)) || null;
  return { members, leader: leaderOf(members)?.address ?? null, noAppends };
}

/** The client finds nobody in a cluster without a leader. Undefined when no node answers. */
async function membersOfAny(
  seeds: readonly string[],
  timeoutMs: number,
): Promise<readonly ClusterMember[] | undefined> {
  for (const seed of seeds) {
    const client = EventStoreDBClient.connectionString(seed);
    try {
      const node = await channelOverClient(client)();
      return await node.members?.(timeoutMs);
    } catch (error) {
      if (!isFailure(error)) throw error;
    }
  }
  return undefined;
}

/** Whether the name or the password is wrong: that says nothing of what the user may do. */
function isOfSigningIn({ cause }: LogDenies): boolean {
  const { code } = (cause ?? {}) as { readonly code?: unknown };
  return code === status.UNAUTHENTICATED;
}

type Failure = LogUnavailable | AppendUnanswered;

function isFailure(answer: unknown): answer is Failure {
  return answer instanceof LogUnavailable || answer instanceof AppendUnanswered;
}

function answered<Answer>(answer: Answer | Failure | undefined): Answer | undefined {
  return isFailure(answer) ? undefined : answer;
}

/** A stream that nobody writes. */
const UNWRITTEN = 'log-check';

/** No stream gets there, so an append behind it is refused whoever may append. */
const FAR_REVISION = 2n ** 62n;

const TRIED: Readonly<Record<LogRight, (calls: LogCalls, timeoutMs: number) => Promise<unknown>>> = {
  'read $all': (calls) => calls.readAll('end', 1, true),
  'read streams': (calls) => Array.fromAsync(calls.read(UNWRITTEN, 0n, 1)),
  append: async (calls, timeoutMs) => {
    const event = jsonEvent({ id: randomUUID(), type: 'LogChecked', data: {} });
    try {
      await calls.append(UNWRITTEN, [event], FAR_REVISION, timeoutMs);
    } catch (error) {
      if (!(error instanceof WrongExpectedVersionError)) throw error;
    }
  },
};

/** What is missing of what Lindung needs. */
export function missingRights({ rights }: LogReport): readonly LogRight[] {
  return LOG_RIGHTS.filter((right) => rights[right] === 'missing');
}

/** Which command gives what is missing. */
export const GRANTING_COMMAND =
  "EVENTSTORE_ADMIN_URL='esdb://admin:…@…' EVENTSTORE_URL='…' lindung log prepare";
