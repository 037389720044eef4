import persistentPb from '@eventstore/db-client/generated/persistent_pb.js';
import type { SubscriptionInfo } from '@eventstore/db-client/generated/persistent_pb.js';
import { ALL, placeText, type GroupKey, type GroupSettings } from './group-definition.js';

const { SubscriptionInfo: Info } = persistentPb;

/** What a meter has counted. */
export interface Count {
  readonly total: number;
  readonly sinceLast: number;
  readonly perSecond: number;
}

/** What is known of a group at a moment. */
export interface GroupStatistics extends Count {
  readonly status: string;
  /** Everything up to here is done with, and that is on disk. */
  readonly lastCheckpoint: number | undefined;
  readonly lastKnown: number | undefined;
  readonly readBufferCount: number;
  readonly liveBufferCount: number;
  readonly retryBufferCount: number;
  readonly inFlight: number;
  readonly parkedCount: number;
}

/** What is known of a consumer at a moment. */
export interface ConsumerStatistics extends Count {
  readonly from: string;
  readonly username: string;
  readonly connectionName: string;
  readonly bufferSize: number;
  readonly inFlight: number;
  readonly latencies: Latencies;
}

/** Counts items, and how many there were since somebody last looked. */
export class Meter {
  private items = 0;
  private seen = 0;
  private seenAt: number;

  constructor(now: number) {
    this.seenAt = now;
  }

  /** Counts one item. */
  count(): void {
    this.items++;
  }

  /** The figures since the last reading, and in total. */
  read(now: number): Count {
    const sinceLast = this.items - this.seen;
    const seconds = (now - this.seenAt) / 1000;
    this.seen = this.items;
    this.seenAt = now;
    return {
      total: this.items,
      sinceLast,
      perSecond: seconds > 0 ? Math.floor(sinceLast / seconds) : 0,
    };
  }
}

const KEPT = 1_000;

const PERCENTILES: readonly [name: string, share: number][] = [
  ['Quintile 1', 0],
  ['Quintile 2', 0.2],
  ['Quintile 3', 0.4],
  ['Quintile 4', 0.6],
  ['Quintile 5', 0.8],
  ['90%', 0.9],
  ['95%', 0.95],
  ['99%', 0.99],
  ['99.5%', 0.995],
  ['99.9%', 0.999],
  ['Highest', 1],
];

/**
 * How long consumers take with a message, in whole milliseconds, under the names and with the meaning that
 * EventStoreDB gives them (its first quintile is the fastest).
 */
export class Latencies {
  private readonly newest: number[] = [];
  private next = 0;

  /** Adds one measurement; only the last 1,000 are kept. */
  add(milliseconds: number): void {
    this.newest[this.next] = milliseconds;
    this.next = (this.next + 1) % KEPT;
  }

  /** Mean, median, fastest, highest and percentiles; nothing when nothing was measured. */
  measurements(): [name: string, milliseconds: number][] {
    if (this.newest.length === 0) return [];
    const sorted = this.newest.toSorted((a, b) => a - b);
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
    const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
    return [
      ['Mean', Math.floor(mean)],
      ['Median', at(0.5)],
      ['Fastest', at(0)],
      ...PERCENTILES.map(([name, share]): [string, number] => [name, at(share)]),
    ];
  }
}

/** What `GetInfo` and `List` say about a group. */
export function subscriptionInfo(
  { stream, group, settings }: GroupKey & { readonly settings: GroupSettings },
  statistics: GroupStatistics,
  consumers: readonly ConsumerStatistics[],
): SubscriptionInfo {
  const info = new Info();
  info.setEventSource(stream ?? ALL);
  info.setGroupName(group);
  info.setStatus(statistics.status);
  setSettings(info, stream, settings);
  info.setAveragePerSecond(statistics.perSecond);
  info.setTotalItems(String(statistics.total));
  info.setCountSinceLastMeasurement(String(statistics.sinceLast));
  info.setLastCheckpointedEventPosition(reachedText(stream, statistics.lastCheckpoint));
  info.setLastKnownEventPosition(reachedText(stream, statistics.lastKnown));
  info.setReadBufferCount(statistics.readBufferCount);
  info.setLiveBufferCount(String(statistics.liveBufferCount));
  info.setRetryBufferCount(statistics.retryBufferCount);
  info.setTotalInFlightMessages(statistics.inFlight);
  info.setOutstandingMessagesCount(statistics.inFlight);
  info.setParkedMessageCount(String(statistics.parkedCount));
  for (const consumer of consumers) info.addConnections(connectionInfo(consumer, settings.extraStatistics));
  return info;
}

/** How EventStoreDB tells that checkpoints are never stored by time. */
const NEVER_MS = 2 ** 31 - 1;

function setSettings(info: SubscriptionInfo, stream: string | undefined, settings: GroupSettings): void {
  info.setResolveLinkTos(settings.resolveLinks);
  info.setStartFrom(settings.startText ?? placeText(stream, settings.startFrom));
  info.setMessageTimeoutMilliseconds(settings.messageTimeoutMs);
  info.setExtraStatistics(settings.extraStatistics);
  info.setMaxRetryCount(settings.maxRetryCount);
  info.setLiveBufferSize(settings.liveBufferSize);
  info.setBufferSize(settings.historyBufferSize);
  info.setReadBatchSize(settings.readBatchSize);
  info.setCheckPointAfterMilliseconds(
    settings.checkpointAfterMs === 0 ? NEVER_MS : settings.checkpointAfterMs,
  );
  info.setMinCheckPointCount(settings.minCheckpointCount);
  info.setMaxCheckPointCount(settings.maxCheckpointCount);
  info.setNamedConsumerStrategy(settings.strategy);
  info.setMaxSubscriberCount(settings.maxSubscriberCount);
}

function connectionInfo(
  consumer: ConsumerStatistics,
  withLatencies: boolean,
): SubscriptionInfo.ConnectionInfo {
  const info = new Info.ConnectionInfo();
  info.setFrom(consumer.from);
  info.setUsername(consumer.username);
  info.setConnectionName(consumer.connectionName);
  info.setAverageItemsPerSecond(consumer.perSecond);
  info.setTotalItems(String(consumer.total));
  info.setCountSinceLastMeasurement(String(consumer.sinceLast));
  info.setAvailableSlots(consumer.bufferSize - consumer.inFlight);
  info.setInFlightMessages(consumer.inFlight);
  for (const [name, milliseconds] of withLatencies ? consumer.latencies.measurements() : []) {
    const measurement = new Info.Measurement();
    measurement.setKey(name);
    measurement.setValue(String(milliseconds));
    info.addObservedMeasurements(measurement);
  }
  return info;
}

/** A place that may not have been reached yet; then the text is empty. */
function reachedText(stream: string | undefined, place: number | undefined): string {
  return place === undefined || place < 0 ? '' : placeText(stream, place);
}
