import type { CloudEvent } from '#publishing';
import { publishedContracts } from '../../apps/event-relay/src/published-contracts.js';
import type { RawEvent } from '../compatibility/upgrade/raw-log.js';
import type { Heard } from './heard.js';

/** What is wrong with what the brokers hold, beside the log. */
export interface PublishedAudit {
  /** In the log and in a contract, and not with the brokers. */
  readonly unpublished: readonly string[];
  /** With the brokers and not in the log, or changed, or under another id than its copy. */
  readonly unfounded: readonly string[];
  /** Of a stream, and behind what came after it; or in two partitions. */
  readonly unordered: readonly string[];
  /** How many messages there are, and how many of them are copies. */
  readonly messages: number;
  readonly copies: number;
}

/** Of a system that has no broker. */
export const NOTHING_PUBLISHED: PublishedAudit = {
  unpublished: [],
  unfounded: [],
  unordered: [],
  messages: 0,
  copies: 0,
};

/** Compares what the brokers hold with the log: each event of a contract at least once, in the order of its stream, copies equal. */
export function publishedAudit(log: readonly RawEvent[], heard: readonly Heard[]): PublishedAudit {
  const expected = expectedOf(log);
  const first = new Map<string, string>();
  const unfounded: string[] = [];
  const ids = new Map<string, string>();
  const streams = new Map<string, { partition: string; revision: number }>();
  const unordered: string[] = [];
  for (const { topic, partition, key, value } of heard) {
    const event = JSON.parse(value) as CloudEvent;
    const what = nameOf(event.subject, event.streamrevision, event.type);
    const stream = streams.get(`${topic} ${key}`) ?? { partition: `${topic}/${partition}`, revision: -1 };
    if (stream.partition !== `${topic}/${partition}`) unordered.push(`${what} is in two partitions`);
    const known = first.get(what);
    if (known === undefined) {
      const revision = Number(event.streamrevision);
      if (revision < stream.revision) unordered.push(`${what} is behind ${stream.revision}`);
      streams.set(`${topic} ${key}`, { ...stream, revision: Math.max(revision, stream.revision) });
      first.set(what, value);
      if (!expected.has(what)) unfounded.push(`${what} is not in the log`);
      if (ids.has(event.id)) unfounded.push(`${what} has the id of ${ids.get(event.id)}`);
      ids.set(event.id, what);
      if (key !== event.subject) unfounded.push(`${what} has another key`);
    } else if (known !== value) unfounded.push(`${what} is not as its copy`);
  }
  return {
    unpublished: [...expected].filter((what) => !first.has(what)),
    unfounded,
    unordered,
    messages: heard.length,
    copies: heard.length - first.size,
  };
}

const nameOf = (stream: string, revision: number | string, type: string) => `${stream} ${revision} ${type}`;

/** What the contracts make of a log, by stream, revision and contract. */
function expectedOf(log: readonly RawEvent[]): ReadonlySet<string> {
  const contracts = publishedContracts.flatMap((context) =>
    context.contracts.map(({ type, from }) => ({ type, from, categories: context.categories })),
  );
  return new Set(
    log.flatMap(({ stream, revision, type }) =>
      contracts
        .filter(
          ({ from, categories }) =>
            from === type && categories.includes(stream.slice(0, stream.indexOf('-'))),
        )
        .map((contract) => nameOf(stream, revision, contract.type)),
    ),
  );
}
