import { setTimeout as wait } from 'node:timers/promises';
import { answerOfError, type Answer } from './answers.js';
import { agrees, inRecordedWords } from './comparison.js';
import * as groups from './group-operations.js';
import type { Operation, RecordedCase } from './recorded-case.js';
import { Stage, type Clients } from './stage.js';
import * as streams from './stream-operations.js';
import * as subscriptions from './subscription-operations.js';

/** Where a server first answers otherwise than was recorded. */
export interface Difference {
  readonly case: string;
  readonly after: readonly Operation[];
  readonly recorded: unknown;
  readonly answered: unknown;
}

/**
 * Plays a case on a server and says where the answers differ, if they do.
 * @param patienceMs how long to wait for what was recorded
 */
export async function playCase(
  played: RecordedCase,
  clients: Clients,
  patienceMs: number,
): Promise<Difference | undefined> {
  const stage = await Stage.for(played.case, clients, patienceMs);
  const answers: Answer[] = [];
  for (const [index, operation] of played.ops.entries()) {
    answers.push(await perform(stage, operation, played.results[index] as Answer));
  }
  for (const open of stage.listening.values()) await open.end().catch(() => undefined);
  const { events, positions } = await stage.everything();
  const words = (answer: unknown) => inRecordedWords(answer, positions, stage.prefix);
  for (const [index, operation] of played.ops.entries()) {
    const recorded = withoutOthers(operation, played.results[index]);
    const answered = withoutOthers(operation, words(answers[index]));
    const after = played.ops.slice(0, index + 1);
    if (!agrees(recorded, answered)) return { case: played.case, after, recorded, answered };
  }
  const everything = inOrder(played, events.filter((event) => !isNoise(String(event['s']))).map(words));
  const recorded = inOrder(played, played.all);
  if (agrees(recorded, everything)) return undefined;
  return { case: played.case, after: played.ops, recorded, answered: everything };
}

/** What was appended at once stands in any order. */
function inOrder({ ops }: RecordedCase, events: readonly unknown[]): readonly unknown[] {
  if (!ops.some(({ op }) => op === 'parallel')) return events;
  return events.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** Streams in which servers keep books of their own. */
function isNoise(stream: string): boolean {
  return /^(\$persistentSubscription|\$scavenges|\$\$\$scavenges|\$stats|\$\$\$stats|\$mem-)/.test(stream);
}

/** A read of `$all` without what stood there before the case. */
function withoutOthers(operation: Operation, answer: unknown): unknown {
  const items = (answer as { items?: readonly Record<string, Answer>[] }).items;
  if (operation.op !== 'readAll' || items === undefined) return answer;
  const isOfCase = ({ e, link }: Record<string, Answer>) =>
    !['@?', '@START'].includes(String((e ?? link)!['pos']));
  return { ...(answer as Answer), items: items.filter(isOfCase) };
}

async function perform(stage: Stage, operation: Operation, recorded: Answer): Promise<Answer> {
  try {
    const performance = PERFORMANCES[operation.op] as Perform<Operation['op']>;
    return await performance(stage, operation, recorded);
  } catch (error) {
    return answerOfError(error);
  }
}

type Perform<Name extends Operation['op']> = (
  stage: Stage,
  operation: Extract<Operation, { op: Name }>,
  recorded: Answer,
) => Promise<Answer>;

const PERFORMANCES: { readonly [Name in Operation['op']]: Perform<Name> } = {
  append: streams.append,
  appendMany: streams.appendMany,
  appendLink: streams.appendLink,
  parallel: streams.parallel,
  delete: streams.remove,
  tombstone: streams.remove,
  setMeta: streams.setMetadata,
  getMeta: streams.getMetadata,
  read: streams.read,
  countRead: streams.countRead,
  readAll: streams.readAll,
  subscribe: subscriptions.subscribe,
  collect: subscriptions.collect,
  sleep: (_, { ms }) => wait(ms, {}),
  psCreate: groups.createGroup,
  psUpdate: groups.updateGroup,
  psDelete: groups.deleteGroup,
  psInfo: (stage, operation, recorded) =>
    groups.groupInfo(stage, operation, async (answer) => {
      const { positions } = await stage.everything();
      return agrees(recorded, inRecordedWords(answer, positions, stage.prefix));
    }),
  psList: groups.listGroups,
  psRestart: groups.restartGroups,
  psReplay: groups.replayParked,
  psConnect: groups.connectConsumer,
  psAnswer: groups.answerMessages,
  psWait: groups.waitForMessages,
  psClose: groups.closeConsumer,
};
