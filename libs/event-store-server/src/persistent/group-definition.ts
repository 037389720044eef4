import persistentPb from '@eventstore/db-client/generated/persistent_pb.js';
import type {
  CreateReq,
  DeleteReq,
  GetInfoReq,
  ReadReq,
  ReplayParkedReq,
  UpdateReq,
} from '@eventstore/db-client/generated/persistent_pb.js';
import type { StreamIdentifier } from '@eventstore/db-client/generated/shared_pb.js';
import { invalidArgument, persistentSubscriptionFailed } from '../service/errors.js';
import { readFilter, type FilterSpec } from '../streams/event-filter.js';
import { LARGEST } from '../wire/proto-size.js';

/** Which group: the stream it reads (undefined means `$all`) and its name. */
export interface GroupKey {
  readonly stream: string | undefined;
  readonly group: string;
}

/** How `$all` is written where a stream is named. */
export const ALL = '$all';

/** The name of a group among all groups, as EventStoreDB writes it. */
export function groupId({ stream, group }: GroupKey): string {
  return `${stream ?? ALL}::${group}`;
}

/** Which consumer gets the next message. */
export type ConsumerStrategy = 'RoundRobin' | 'DispatchToSingle' | 'Pinned' | 'PinnedByCorrelation';

/** What a group of competing consumers was told; the names are those of the protocol (persistent.proto). */
export interface GroupSettings {
  readonly resolveLinks: boolean;
  readonly extraStatistics: boolean;
  readonly messageTimeoutMs: number;
  readonly maxRetryCount: number;
  readonly checkpointAfterMs: number;
  readonly minCheckpointCount: number;
  readonly maxCheckpointCount: number;
  /** 0 means any number. */
  readonly maxSubscriberCount: number;
  readonly liveBufferSize: number;
  readonly readBatchSize: number;
  readonly historyBufferSize: number;
  readonly strategy: ConsumerStrategy;
  /** First revision or position to deliver; -1 is the end at the time of creation. */
  readonly startFrom: number;
}

/** `startFrom` of a group that begins with what comes after its creation. */
export const FROM_END = -1;

/** A group as a client describes it. */
export interface GroupDefinition {
  readonly key: GroupKey;
  readonly settings: GroupSettings;
  readonly filter: FilterSpec | undefined;
}

/**
 * Understands a `CreateReq` or an `UpdateReq` (persistent.proto).
 *
 * @throws CallError INVALID_ARGUMENT when a part is missing, INTERNAL for a strategy that there is not
 */
export function readDefinition(request: CreateReq | UpdateReq): GroupDefinition {
  const options = request.getOptions();
  const settings = options?.getSettings();
  if (options === undefined || settings === undefined) throw invalidArgument('The request has no settings.');
  const stream = options.getStream();
  const all = options.getAll();
  const named = stream?.getStreamIdentifier() ?? options.getStreamIdentifier();
  const filter = all !== undefined && 'getFilter' in all ? all.getFilter() : undefined;
  const key = keyOf({ stream: named, isAll: all !== undefined, group: options.getGroupName() });
  return {
    key,
    settings: refusingUnusable(key, () => readSettings(settings, startOf(stream, all, settings))),
    filter: filter === undefined ? undefined : readFilter(filter),
  };
}

type StreamStart = CreateReq.StreamOptions | UpdateReq.StreamOptions;
type AllStart = CreateReq.AllOptions | UpdateReq.AllOptions;
type Settings = CreateReq.Settings | UpdateReq.Settings;

/** Clients that have to work with servers before 21.10 put the revision into the settings. */
function startOf(stream: StreamStart | undefined, all: AllStart | undefined, settings: Settings): number {
  if (all !== undefined) return allStart(all);
  if (stream === undefined) return place(settings.getRevision());
  if (stream.hasEnd()) return FROM_END;
  return stream.hasRevision() ? place(stream.getRevision()) : 0;
}

function allStart(all: AllStart): number {
  const position = all.getPosition();
  if (position !== undefined) return place(position.getCommitPosition());
  return all.hasEnd() ? FROM_END : 0;
}

/** An unsigned 64-bit number in text; its largest value means the end. */
function place(text: string): number {
  const number = Number(text);
  return number >= LARGEST ? FROM_END : number;
}

/** The options by which the remaining requests name a group. */
type KeyOptions =
  DeleteReq.Options | GetInfoReq.Options | ReadReq.Options | ReplayParkedReq.Options | undefined;

/**
 * The group that a request names.
 *
 * @throws CallError INVALID_ARGUMENT when it names none
 */
export function readKey(options: KeyOptions): GroupKey {
  if (options === undefined) throw invalidArgument('The request has no options.');
  return keyOf({
    stream: options.getStreamIdentifier(),
    isAll: options.hasAll(),
    group: options.getGroupName(),
  });
}

interface NamedGroup {
  readonly stream: StreamIdentifier | undefined;
  readonly isAll: boolean;
  readonly group: string;
}

function keyOf({ stream, isAll, group }: NamedGroup): GroupKey {
  if (group === '') throw invalidArgument('The group has no name.');
  if (isAll) return { stream: undefined, group };
  const name = Buffer.from(stream?.getStreamName_asU8() ?? []).toString('utf8');
  if (name === '') throw invalidArgument('The request names no stream.');
  if (name === ALL) throw persistentSubscriptionFailed(ALL, group, 'this call is for streams, not for $all');
  return { stream: name, group };
}

const TICKS_PER_MS = 10_000;

/**
 * Reads the settings of a create or update request; `startFrom` stands beside them there.
 *
 * @throws UnusableSettings for a strategy that there is not
 */
function readSettings(settings: Settings, startFrom: number): GroupSettings {
  return {
    resolveLinks: settings.getResolveLinks(),
    extraStatistics: settings.getExtraStatistics(),
    messageTimeoutMs: settings.hasMessageTimeoutMs()
      ? settings.getMessageTimeoutMs()
      : Number(settings.getMessageTimeoutTicks()) / TICKS_PER_MS,
    maxRetryCount: settings.getMaxRetryCount(),
    checkpointAfterMs: settings.hasCheckpointAfterMs()
      ? settings.getCheckpointAfterMs()
      : Number(settings.getCheckpointAfterTicks()) / TICKS_PER_MS,
    minCheckpointCount: settings.getMinCheckpointCount(),
    maxCheckpointCount: settings.getMaxCheckpointCount(),
    maxSubscriberCount: settings.getMaxSubscriberCount(),
    liveBufferSize: settings.getLiveBufferSize(),
    readBatchSize: settings.getReadBatchSize(),
    historyBufferSize: settings.getHistoryBufferSize(),
    strategy: readStrategy(settings),
    startFrom,
  };
}

const { ConsumerStrategy: Named } = persistentPb.CreateReq;

const STRATEGY_BY_NUMBER: ReadonlyMap<number, ConsumerStrategy> = new Map<number, ConsumerStrategy>([
  [Named.DISPATCHTOSINGLE, 'DispatchToSingle'],
  [Named.ROUNDROBIN, 'RoundRobin'],
  [Named.PINNED, 'Pinned'],
]);

const STRATEGIES: readonly ConsumerStrategy[] = [
  'RoundRobin',
  'DispatchToSingle',
  'Pinned',
  'PinnedByCorrelation',
];

/** Newer clients send the name as text, the others a number that lacks the newest strategy. */
function readStrategy(settings: Settings): ConsumerStrategy {
  const name = 'getConsumerStrategy' in settings ? settings.getConsumerStrategy() : '';
  const known = STRATEGIES.find((strategy) => strategy === name);
  if (known !== undefined) return known;
  if (name !== '') throw new UnusableSettings(`Consumer strategy ${name} does not exist.`);
  // Both requests have an enumeration of their own with the same numbers.
  const named: number = settings.getNamedConsumerStrategy();
  return STRATEGY_BY_NUMBER.get(named) ?? 'RoundRobin';
}

/**
 * Checks settings as EventStoreDB does.
 *
 * @throws UnusableSettings
 */
export function requireUsable(settings: GroupSettings): void {
  const { readBatchSize, historyBufferSize, liveBufferSize } = settings;
  if (historyBufferSize <= 0) throw new UnusableSettings('historyBufferSize must be positive');
  if (liveBufferSize <= 0) throw new UnusableSettings('liveBufferSize must be positive');
  if (readBatchSize <= 0) throw new UnusableSettings('readBatchSize must be positive');
  if (readBatchSize >= historyBufferSize) {
    throw new UnusableSettings('readBatchSize may not be greater than or equal to historyBufferSize');
  }
  const counts = [
    settings.messageTimeoutMs,
    settings.maxRetryCount,
    settings.checkpointAfterMs,
    settings.minCheckpointCount,
    settings.maxCheckpointCount,
    settings.maxSubscriberCount,
  ];
  if (counts.some((count) => count < 0)) throw new UnusableSettings('counts and times may not be negative');
}

/** A group cannot work with these settings; the message says why. */
export class UnusableSettings extends Error {}

/**
 * Does something with the settings of a group.
 *
 * @throws CallError INTERNAL, as EventStoreDB answers to settings that it cannot use
 */
export function refusingUnusable<Result>({ stream, group }: GroupKey, use: () => Result): Result {
  try {
    return use();
  } catch (error) {
    if (!(error instanceof UnusableSettings)) throw error;
    throw persistentSubscriptionFailed(stream ?? ALL, group, error.message);
  }
}
