import type {
  CreateReq,
  DeleteReq,
  GetInfoReq,
  ReadReq,
  ReplayParkedReq,
  UpdateReq,
} from '@eventstore/db-client/generated/persistent_pb.js';
import type { StreamIdentifier } from '@eventstore/db-client/generated/shared_pb.js';
import { LARGEST } from '../wire/proto-size.js';
import { invalidArgument, persistentSubscriptionFailed } from '../service/errors.js';
import { readFilter, type FilterSpec } from '../streams/event-filter.js';
import { FROM_END, readSettings, type GroupSettings } from './group-settings.js';
import { ALL, type GroupKey } from './group-key.js';
import { refusingUnusable } from './unusable-settings.js';

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
