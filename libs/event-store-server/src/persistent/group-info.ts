import persistentPb from '@eventstore/db-client/generated/persistent_pb.js';
import type { SubscriptionInfo } from '@eventstore/db-client/generated/persistent_pb.js';
import type { Consumer } from './consumer.js';
import { ALL } from './group-key.js';
import type { PersistentGroup } from './persistent-group.js';

const { SubscriptionInfo: Info } = persistentPb;

/** What `GetInfo` and `List` say about a group. */
export function subscriptionInfo(group: PersistentGroup): SubscriptionInfo {
  const { stream, group: name } = group.definition;
  const statistics = group.statistics();
  const info = new Info();
  info.setEventSource(stream ?? ALL);
  info.setGroupName(name);
  info.setStatus(statistics.status);
  setSettings(info, group);
  info.setAveragePerSecond(statistics.perSecond);
  info.setTotalItems(String(statistics.total));
  info.setCountSinceLastMeasurement(String(statistics.sinceLast));
  info.setLastCheckpointedEventPosition(placeText(stream, statistics.lastCheckpoint));
  info.setLastKnownEventPosition(placeText(stream, statistics.lastKnown));
  info.setReadBufferCount(statistics.readBufferCount);
  info.setLiveBufferCount(String(statistics.liveBufferCount));
  info.setRetryBufferCount(statistics.retryBufferCount);
  info.setTotalInFlightMessages(statistics.inFlight);
  info.setOutstandingMessagesCount(statistics.inFlight);
  info.setParkedMessageCount(String(statistics.parkedCount));
  for (const consumer of group.consumers) {
    info.addConnections(connectionInfo(consumer, group.definition.settings.extraStatistics));
  }
  return info;
}

function setSettings(info: SubscriptionInfo, { definition: { stream, settings } }: PersistentGroup): void {
  info.setResolveLinkTos(settings.resolveLinks);
  info.setStartFrom(startText(stream, settings.startFrom));
  info.setMessageTimeoutMilliseconds(settings.messageTimeoutMs);
  info.setExtraStatistics(settings.extraStatistics);
  info.setMaxRetryCount(settings.maxRetryCount);
  info.setLiveBufferSize(settings.liveBufferSize);
  info.setBufferSize(settings.historyBufferSize);
  info.setReadBatchSize(settings.readBatchSize);
  info.setCheckPointAfterMilliseconds(settings.checkpointAfterMs);
  info.setMinCheckPointCount(settings.minCheckpointCount);
  info.setMaxCheckPointCount(settings.maxCheckpointCount);
  info.setNamedConsumerStrategy(settings.strategy);
  info.setMaxSubscriberCount(settings.maxSubscriberCount);
}

function connectionInfo(consumer: Consumer, withLatencies: boolean): SubscriptionInfo.ConnectionInfo {
  const { connection } = consumer;
  const info = new Info.ConnectionInfo();
  info.setFrom(connection.from);
  info.setUsername(connection.username);
  info.setConnectionName(connection.connectionName);
  const { total, sinceLast, perSecond } = consumer.meter.read(Date.now());
  info.setAverageItemsPerSecond(perSecond);
  info.setTotalItems(String(total));
  info.setCountSinceLastMeasurement(String(sinceLast));
  info.setAvailableSlots(connection.bufferSize - consumer.inFlight);
  info.setInFlightMessages(consumer.inFlight);
  for (const [name, milliseconds] of withLatencies ? consumer.latencies.measurements() : []) {
    const measurement = new Info.Measurement();
    measurement.setKey(name);
    measurement.setValue(String(milliseconds));
    info.addObservedMeasurements(measurement);
  }
  return info;
}

/** A revision as a number, a position in `$all` as `C:<commit>/P:<prepare>`. */
function startText(stream: string | undefined, place: number): string {
  return stream === undefined ? `C:${place}/P:${place}` : String(place);
}

/** The same for a place that may not have been reached yet; then the text is empty. */
function placeText(stream: string | undefined, place: number | undefined): string {
  return place === undefined || place < 0 ? '' : startText(stream, place);
}
