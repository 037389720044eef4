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
import { protocolNumber } from '../wire/responses.js';

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

/** A revision as a number, a position in `$all` as `C:<commit>/P:<prepare>`. */
export function placeText(stream: string | undefined, place: number): string {
  return stream === undefined ? `C:${place}/P:${place}` : protocolNumber(place);
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
  /** The same as the information tells it, where the number alone does not say it. */
  readonly startText?: string;
}

/** What a client asks for, before it is known to be usable. */
export type RequestedSettings = Omit<GroupSettings, 'strategy'> & { readonly strategy: string };

/** `startFrom` of a group that begins with what comes after its creation. */
export const FROM_END = -1;

/** A group as a client describes it. */
export interface GroupDefinition {
  readonly key: GroupKey;
  readonly settings: RequestedSettings;
  readonly filter: FilterSpec | undefined;
}

/**
 * Understands a `CreateReq` or an `UpdateReq` (persistent.proto).
 *
 * @throws CallError INVALID_ARGUMENT when a part is missing, INTERNAL for a place that there cannot be
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
  if (key.stream === ALL) throw persistentSubscriptionFailed(ALL, key.group, ONLY_BY_NAME);
  return {
    key,
    settings: { ...readSettings(settings), ...refusingUnusable(key, () => startOf(stream, all, settings)) },
    filter: filter === undefined ? undefined : readFilter(filter),
  };
}

const ONLY_BY_NAME = 'Persistent subscriptions to $all are only supported over gRPC through gRPC clients';

type StreamStart = CreateReq.StreamOptions | UpdateReq.StreamOptions;
type AllStart = CreateReq.AllOptions | UpdateReq.AllOptions;
type Settings = CreateReq.Settings | UpdateReq.Settings;
type Start = Pick<GroupSettings, 'startFrom' | 'startText'>;

/** Clients that have to work with servers before 21.10 put the revision into the settings. */
function startOf(stream: StreamStart | undefined, all: AllStart | undefined, settings: Settings): Start {
  if (all !== undefined) return allStart(all);
  if (stream === undefined) return place(settings.getRevision());
  if (stream.hasEnd()) return { startFrom: FROM_END };
  return stream.hasRevision() ? place(stream.getRevision()) : { startFrom: 0 };
}

function allStart(all: AllStart): Start {
  const position = all.getPosition();
  if (position === undefined) return { startFrom: all.hasEnd() ? FROM_END : 0 };
  const [commit, prepare] = [position.getCommitPosition(), position.getPreparePosition()];
  if (BigInt(prepare) > BigInt(commit)) {
    throw unusableStart('prepare position must be less than or equal to the commit position.');
  }
  const start = place(commit);
  return commit === prepare ? start : { ...start, startText: `C:${commit}/P:${prepare}` };
}

const LARGEST_INT64 = 2n ** 63n - 1n;
const LARGEST_UINT64 = 2n ** 64n - 1n;

/** An unsigned 64-bit number in text; its largest value means the end. What JavaScript cannot hold is past any log. */
function place(text: string): Start {
  const number = BigInt(text);
  if (number === LARGEST_UINT64) return { startFrom: FROM_END };
  if (number > LARGEST_INT64) throw invalidArgument(`${text} is past any place in a log.`);
  if (number <= BigInt(LARGEST)) return { startFrom: Number(number) };
  return { startFrom: LARGEST, startText: text };
}

function unusableStart(reason: string): UnusableSettings {
  return new UnusableSettings(`Invalid Start From position: ${reason}`);
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
  const { stream, group } = keyOf({
    stream: options.getStreamIdentifier(),
    isAll: options.hasAll(),
    group: options.getGroupName(),
  });
  return { stream: stream === ALL ? undefined : stream, group };
}

/**
 * The group that a request to delete names.
 *
 * @throws CallError INVALID_ARGUMENT when it names none, INTERNAL when it gives `$all` as the name of a stream
 */
export function readKeyToDelete(options: DeleteReq.Options | undefined): GroupKey {
  if (options !== undefined && !options.hasAll() && streamOf(options.getStreamIdentifier()) === ALL) {
    throw persistentSubscriptionFailed(ALL, options.getGroupName(), ONLY_BY_NAME);
  }
  return readKey(options);
}

interface NamedGroup {
  readonly stream: StreamIdentifier | undefined;
  readonly isAll: boolean;
  readonly group: string;
}

function keyOf({ stream, isAll, group }: NamedGroup): GroupKey {
  if (group === '') throw invalidArgument('The group has no name.');
  if (isAll) return { stream: undefined, group };
  const name = streamOf(stream);
  if (name === '') throw invalidArgument('The request names no stream.');
  return { stream: name, group };
}

function streamOf(identifier: StreamIdentifier | undefined): string {
  return Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');
}

const TICKS_PER_MS = 10_000;

/** Reads the settings of a create or update request; where to start stands beside them there. */
function readSettings(settings: Settings): Omit<RequestedSettings, 'startFrom'> {
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
function readStrategy(settings: Settings): string {
  const name = 'getConsumerStrategy' in settings ? settings.getConsumerStrategy() : '';
  if (name !== '') return name;
  // Both requests have an enumeration of their own with the same numbers.
  const named: number = settings.getNamedConsumerStrategy();
  return STRATEGY_BY_NUMBER.get(named) ?? String(named);
}

/**
 * Checks what must be there, as EventStoreDB does: the strategy, and the place to start from.
 *
 * @param head the newest position of `$all`
 * @throws UnusableSettings
 */
export function requireKnown(
  { stream }: GroupKey,
  { strategy: name, ...settings }: RequestedSettings,
  head: number,
): GroupSettings {
  const strategy = STRATEGIES.find((known) => known === name);
  if (strategy === undefined) throw new UnusableSettings(`Consumer strategy ${name} does not exist.`);
  if (stream === undefined && settings.startFrom > head) {
    throw unusableStart(
      'commit position must be less than or equal to the last commit position in the transaction file.',
    );
  }
  return { ...settings, strategy };
}

/**
 * Checks that what is read at once fits into what is held ready, as EventStoreDB does and says.
 *
 * @throws UnusableSettings
 */
export function requireRoom({ readBatchSize, historyBufferSize }: GroupSettings): void {
  if (readBatchSize < historyBufferSize) return;
  throw new UnusableSettings(
    "Specified argument was out of the range of valid values. (Parameter 'ReadBatchSize may not be greater than or equal to BufferSize')",
  );
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
