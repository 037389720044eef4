import type { CreateReq, UpdateReq } from '@eventstore/db-client/generated/persistent_pb.js';
import persistentPb from '@eventstore/db-client/generated/persistent_pb.js';
import { UnusableSettings } from './unusable-settings.js';

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

const TICKS_PER_MS = 10_000;

/**
 * Reads the settings of a create or update request; `startFrom` stands beside them there.
 *
 * @throws UnusableSettings for a strategy that there is not
 */
export function readSettings(
  settings: CreateReq.Settings | UpdateReq.Settings,
  startFrom: number,
): GroupSettings {
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
function readStrategy(settings: CreateReq.Settings | UpdateReq.Settings): ConsumerStrategy {
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
