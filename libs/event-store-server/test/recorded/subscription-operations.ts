import type { EventEmitter } from 'node:events';
import {
  type AllStreamSubscription,
  type Filter,
  type Position,
  type ResolvedEvent,
  type StreamSubscription,
  eventTypeFilter,
  excludeSystemEvents,
  streamNameFilter,
} from '@eventstore/db-client';
import { type Answer, answerOfError, answerOfEvent, answerOfPosition } from './answers.js';
import type { FilterToUse, Operation } from './recorded-case.js';
import { type Listening, type Stage, Told } from './stage.js';
import { revisionOf } from './stream-operations.js';
import { toldAll, until } from './waiting.js';

type Of<Name extends Operation['op']> = Extract<Operation, { op: Name }>;

/** Subscribes, and waits until the subscription has caught up if the case lets it. */
export async function subscribe(stage: Stage, operation: Of<'subscribe'>): Promise<Answer> {
  const listening = begin(stage, operation);
  stage.listening.set(operation.id, listening);
  const isTold = (signal: string) => listening.answers.some((answer) => answer['signal'] === signal);
  const hasFailed = () => listening.answers.some((answer) => 'err' in answer);
  await until(() => isTold('confirmation') || hasFailed(), stage.patienceMs);
  if ((operation.settle ?? 0) > 0) await until(() => isTold('caughtUp') || hasFailed(), stage.patienceMs);
  return { started: isTold('confirmation') };
}

/** What a subscription was told, in the order in which it was; it ends. */
export async function collect(
  stage: Stage,
  { id }: Of<'collect'>,
  { log = [] }: { log?: readonly Answer[] },
): Promise<Answer> {
  const listening = stage.listening.get(id);
  if (listening === undefined) return { none: true };
  const isEnd = (answer: Answer | undefined) => answer?.['signal'] === 'end';
  await toldAll(listening, isEnd(log.at(-1)) ? log.length - 1 : log.length, stage.patienceMs);
  stage.listening.delete(id);
  await listening.end();
  if (isEnd(log.at(-1))) await until(() => listening.answers.some(isEnd), stage.patienceMs);
  return { log: listening.answers.slice() };
}

/** The filter as the client makes it; `tell` hears of checkpoints. */
export function filterOf(stage: Stage, filter: FilterToUse, tell?: (answer: Answer) => void): Filter {
  const { filterOn, prefixes, regex, maxSearchWindow, checkpointInterval } = filter;
  if (filter.excludeSystem) return excludeSystemEvents();
  const make = filterOn === 'streamName' ? streamNameFilter : eventTypeFilter;
  const options = {
    ...(maxSearchWindow === undefined ? {} : { maxSearchWindow }),
    ...(checkpointInterval === undefined ? {} : { checkpointInterval }),
    ...(tell === undefined
      ? {}
      : {
          checkpointReached: (_: unknown, position: Position) =>
            tell({ checkpoint: answerOfPosition(position) }),
        }),
  };
  if (regex !== undefined) return make({ ...options, regex: stage.name(regex) });
  return make({ ...options, prefixes: (prefixes ?? []).map((prefix) => stage.name(prefix)) });
}

function begin(stage: Stage, operation: Of<'subscribe'>): Listening {
  const { stream, from, links = false, filter } = operation;
  if (stream !== undefined) {
    const fromRevision = from === undefined ? undefined : revisionOf(from);
    const options = { resolveLinkTos: links, fromRevision };
    return listenTo(stage.client.subscribeToStream(stage.name(stream), options));
  }
  const checkpoints = new Told();
  const subscription = stage.client.subscribeToAll({
    resolveLinkTos: links,
    fromPosition: from === undefined ? undefined : stage.position(from),
    filter: filter === undefined ? undefined : filterOf(stage, filter, (answer) => checkpoints.add(answer)),
  });
  return listenTo(subscription, checkpoints);
}

const SIGNALS = ['confirmation', 'caughtUp', 'fellBehind', 'end'] as const;

/** Writes down whatever a subscription is told. */
function listenTo(subscription: StreamSubscription | AllStreamSubscription, told = new Told()): Listening {
  const emitter: EventEmitter = subscription;
  for (const signal of SIGNALS) emitter.on(signal, () => told.add({ signal }));
  emitter.on('error', (error: unknown) => told.add(answerOfError(error)));
  emitter.on('data', (event: ResolvedEvent) => told.add(answerOfEvent(event)));
  return Object.assign(told, { end: () => subscription.unsubscribe() });
}
