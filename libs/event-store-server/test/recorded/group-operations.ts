import type { EventEmitter } from 'node:events';
import {
  type PersistentSubscriptionToAllInfo,
  type PersistentSubscriptionToStreamInfo,
  type PersistentSubscriptionToStreamResolvedEvent,
  persistentSubscriptionToAllSettingsFromDefaults,
  persistentSubscriptionToStreamSettingsFromDefaults,
} from '@eventstore/db-client';
import { setTimeout as wait } from 'node:timers/promises';
import { type Answer, Somewhere, answerOfError, answerOfEvent } from './answers.js';
import type { Operation, Place, SettingsToUse } from './recorded-case.js';
import { type Listening, type Stage, Told } from './stage.js';
import { revisionOf } from './stream-operations.js';
import { filterOf } from './subscription-operations.js';
import { toldAll, until } from './waiting.js';

type Of<Name extends Operation['op']> = Extract<Operation, { op: Name }>;

type Message = PersistentSubscriptionToStreamResolvedEvent;

/** A consumer of a group, with the messages that it has not answered. */
interface Consumer extends Listening {
  /** So much of what it was told stands in answers already. */
  shown: number;
  readonly unanswered: Message[];
  readonly subscription: Consuming;
}

/** What both kinds of persistent subscriptions of the client can do. */
interface Consuming extends EventEmitter {
  ack(...messages: Message[]): Promise<void>;
  nack(action: 'park' | 'retry' | 'skip' | 'stop', reason: string, ...messages: Message[]): Promise<void>;
  unsubscribe(): Promise<void>;
}

/** Makes a group of a stream, or of `$all` where the case names none; so do all the others. */
export async function createGroup(stage: Stage, operation: Of<'psCreate'>): Promise<Answer> {
  const { stream, settings, filter } = operation;
  const [client, group] = [stage.client, stage.name(operation.group)];
  if (stream) {
    await client.createPersistentSubscriptionToStream(
      stage.name(stream),
      group,
      settingsOfStream(settings) as never,
    );
  } else {
    const options = filter === undefined ? {} : { filter: filterOf(stage, filter) };
    await client.createPersistentSubscriptionToAll(group, settingsOfAll(stage, settings) as never, options);
  }
  return { ok: true };
}

/** Gives a group these settings, and the defaults of the client for the rest. */
export async function updateGroup(stage: Stage, operation: Of<'psUpdate'>): Promise<Answer> {
  const { stream, settings } = operation;
  const [client, group] = [stage.client, stage.name(operation.group)];
  await (!stream
    ? client.updatePersistentSubscriptionToAll(group, settingsOfAll(stage, settings) as never)
    : client.updatePersistentSubscriptionToStream(
        stage.name(stream),
        group,
        settingsOfStream(settings) as never,
      ));
  return { ok: true };
}

/** Deletes a group. */
export async function deleteGroup(stage: Stage, { stream, group }: Of<'psDelete'>): Promise<Answer> {
  await (!stream
    ? stage.client.deletePersistentSubscriptionToAll(stage.name(group))
    : stage.client.deletePersistentSubscriptionToStream(stage.name(stream), stage.name(group)));
  return { ok: true };
}

/** What is told of a group. Some of it follows a moment later, so it is asked again until it is what was recorded. */
export async function groupInfo(
  stage: Stage,
  { stream, group }: Of<'psInfo'>,
  isRecorded: (answer: Answer) => Promise<boolean>,
): Promise<Answer> {
  const ask = async () =>
    answerOfInfo(
      await (!stream
        ? stage.client.getPersistentSubscriptionToAllInfo(stage.name(group))
        : stage.client.getPersistentSubscriptionToStreamInfo(stage.name(stream), stage.name(group))),
    );
  let answer = await ask();
  await until(async () => {
    if (await isRecorded(answer)) return true;
    answer = await ask();
    return false;
  }, stage.patienceMs);
  return answer;
}

/** The groups of the case among those that are listed. */
export async function listGroups(stage: Stage, { stream, all }: Of<'psList'>): Promise<Answer> {
  const { client } = stage;
  const listed = await (stream
    ? client.listPersistentSubscriptionsToStream(stage.name(stream))
    : all
      ? client.listPersistentSubscriptionsToAll()
      : client.listAllPersistentSubscriptions());
  const ofCase = listed.filter(({ eventSource, groupName }) =>
    `${eventSource} ${groupName}`.includes(stage.prefix),
  );
  return { list: ofCase.map(answerOfInfo).sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1)) };
}

/** Starts all groups of the server again. */
export async function restartGroups(stage: Stage): Promise<Answer> {
  await stage.client.restartPersistentSubscriptionSubsystem();
  return { ok: true };
}

/** Has parked messages delivered again. */
export async function replayParked(stage: Stage, { stream, group, stopAt }: Of<'psReplay'>): Promise<Answer> {
  const options = stopAt === undefined ? {} : { stopAt };
  await (!stream
    ? stage.client.replayParkedMessagesToAll(stage.name(group), options)
    : stage.client.replayParkedMessagesToStream(stage.name(stream), stage.name(group), options));
  return { ok: true };
}

/** Connects a consumer, which gets what was recorded. */
export async function connectConsumer(
  stage: Stage,
  { id, stream, group, buffer = 10 }: Of<'psConnect'>,
  recorded: { log?: readonly unknown[] },
): Promise<Answer> {
  const options = { bufferSize: buffer };
  const subscription = (!stream
    ? stage.client.subscribeToPersistentSubscriptionToAll(stage.name(group), options)
    : stage.client.subscribeToPersistentSubscriptionToStream(
        stage.name(stream),
        stage.name(group),
        options,
      )) as unknown as Consuming;
  const consumer = consumerOf(subscription);
  stage.listening.set(id, consumer);
  return { log: await newsOf(consumer, recorded.log?.length ?? 0, stage.patienceMs) };
}

/** Answers messages: the first so many that are not answered, or those that the case names by their place among them. */
export async function answerMessages(
  stage: Stage,
  operation: Of<'psAnswer'>,
  recorded: { got?: readonly unknown[] },
): Promise<Answer> {
  const consumer = stage.listening.get(operation.id) as Consumer | undefined;
  if (consumer === undefined) return { none: true };
  const { action, n = 0, which = Array.from({ length: n }, (_, place) => place) } = operation;
  const { unanswered, subscription } = consumer;
  const messages = which.flatMap((place) => unanswered[place] ?? []);
  for (const message of messages) unanswered.splice(unanswered.indexOf(message), 1);
  if (messages.length > 0) {
    await (action === 'ack'
      ? subscription.ack(...messages)
      : subscription.nack(action, 'because', ...messages));
  }
  const got = await newsOf(consumer, recorded.got?.length ?? 0, stage.patienceMs);
  return { taken: messages.map(answerOfEvent), got };
}

/** Waits for what a consumer gets by itself, such as a message that was not answered in time. */
export async function waitForMessages(
  stage: Stage,
  { id, ms }: Of<'psWait'>,
  recorded: { got?: readonly unknown[] },
): Promise<Answer> {
  const consumer = stage.listening.get(id) as Consumer | undefined;
  if (consumer === undefined) return { none: true };
  const count = recorded.got?.length ?? 0;
  if (count > 0) return { got: await newsOf(consumer, count, ms + stage.patienceMs) };
  const before = consumer.answers.length;
  await wait(ms);
  consumer.shown = consumer.answers.length;
  return { got: consumer.answers.slice(before) };
}

/** Ends a consumer; what it was told then is not waited for. */
export async function closeConsumer(stage: Stage, { id }: Of<'psClose'>): Promise<Answer> {
  const consumer = stage.listening.get(id);
  if (consumer === undefined) return { none: true };
  stage.listening.delete(id);
  await consumer.end();
  return {};
}

/**
 * Waits for what a consumer gets. What came just before the call is part of it when the recording has it, and otherwise
 * not: between two calls there was time for some of it, and not for all.
 */
async function newsOf(consumer: Consumer, count: number, longestMs: number): Promise<Answer[]> {
  const { answers, shown } = consumer;
  const before = answers.length;
  await toldAll(consumer, count === 0 ? before : shown + count, longestMs);
  if (count > 0 && answers.length - before < count) await toldAll(consumer, before, longestMs);
  consumer.shown = answers.length;
  return answers.slice(answers.length - before < count ? shown : before);
}

function consumerOf(subscription: Consuming): Consumer {
  const [told, unanswered] = [new Told(), [] as Message[]];
  for (const signal of ['confirmation', 'end']) subscription.on(signal, () => told.add({ signal }));
  subscription.on('error', (error: unknown) => told.add(answerOfError(error)));
  subscription.on('data', (message: Message) => {
    unanswered.push(message);
    told.add(answerOfEvent(message));
  });
  return Object.assign(told, { shown: 0, unanswered, subscription, end: () => subscription.unsubscribe() });
}

function settingsOfStream(settings: SettingsToUse): object {
  const { startFrom } = settings;
  return {
    ...persistentSubscriptionToStreamSettingsFromDefaults(),
    ...settings,
    ...(isPlace(startFrom) ? { startFrom: revisionOf(startFrom) } : {}),
  };
}

function settingsOfAll(stage: Stage, settings: SettingsToUse): object {
  const { startFrom } = settings;
  return {
    ...persistentSubscriptionToAllSettingsFromDefaults(),
    ...settings,
    ...(isPlace(startFrom) ? { startFrom: stage.position(startFrom) } : {}),
  };
}

function isPlace(place: Place | undefined): place is Place {
  return typeof place === 'object';
}

function orderOf(info: Answer): string {
  return JSON.stringify([info['eventSource'], info['groupName']]);
}

function answerOfInfo({
  eventSource,
  groupName,
  status,
  settings,
  connections,
  stats,
}: PersistentSubscriptionToStreamInfo | PersistentSubscriptionToAllInfo): Answer {
  const numbers = stats as unknown as Record<string, unknown>;
  return {
    eventSource,
    groupName,
    status,
    settings: Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, settingOf(value)])),
    connections: connections.map((connection) => ({
      username: connection.username,
      availableSlots: connection.availableSlots,
      inFlight: connection.inFlightMessages,
      total: String(connection.totalItems),
      name: connection.connectionName === undefined ? undefined : 'N',
      extra:
        connection.extraStatistics === undefined ? undefined : [...connection.extraStatistics.keys()].length,
    })),
    stats: {
      total: String(stats.totalItems),
      inFlight: stats.totalInFlightMessages,
      outstanding: stats.outstandingMessagesCount,
      retry: stats.retryBufferCount,
      parked: String(stats.parkedMessageCount),
      readBuffer: stats.readBufferCount,
      liveBuffer: String(stats.liveBufferCount),
      checkpoint: settingOf(
        numbers['lastCheckpointedEventRevision'] ?? numbers['lastCheckpointedEventPosition'],
      ),
      known: settingOf(numbers['lastKnownEventRevision'] ?? numbers['lastKnownEventPosition']),
    },
  };
}

function settingOf(value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  const { commit, prepare } = value as { commit: bigint; prepare: bigint };
  return new Somewhere(commit, prepare);
}
