import type { EventLog } from '../storage/event-log.js';
import { systemEvent } from '../storage/system-events.js';
import {
  maximumSubscribersReached,
  persistentSubscriptionExists,
  persistentSubscriptionMissing,
  serverStopping,
  storageFailed,
  type CallError,
} from '../service/errors.js';
import type { Report } from '../monitoring/health.js';
import { compileFilter, type FilterSpec } from '../streams/event-filter.js';
import { eventSource } from '../streams/event-source.js';
import { ExpectedRevision } from '../wire/append-messages.js';
import {
  ALL,
  FROM_END,
  groupId,
  refusingUnusable,
  requireKnown,
  requireRoom,
  type GroupKey,
  type GroupSettings,
  type RequestedSettings,
} from './group-definition.js';
import { GroupStore, type StoredGroup } from './group-store.js';
import { PersistentGroup } from './persistent-group.js';

/** What was done to a group, and by whom. */
export interface GroupChange {
  readonly key: GroupKey;
  readonly change: 'created' | 'updated' | 'deleted';
  readonly by: string;
}

/** Where EventStoreDB keeps its groups, and where ours only tell of their changes. */
const CONFIG_STREAM = '$persistentSubscriptionConfig';

/** All persistent subscriptions of a server. */
export class PersistentSubscriptions {
  private readonly store: GroupStore;
  private readonly groups = new Map<string, PersistentGroup>();
  /** What has or had groups since the start: as in EventStoreDB, it may be asked for a list that is empty. */
  private readonly sources = new Set<string>();

  constructor(
    private readonly log: EventLog,
    private readonly report: Report,
  ) {
    this.store = new GroupStore(log.database, report);
    for (const stored of this.store.load()) this.start(stored);
    log.stopping.addEventListener('abort', () => this.stop(serverStopping()), { once: true });
  }

  /**
   * Makes a group.
   *
   * @throws CallError ALREADY_EXISTS, INVALID_ARGUMENT when the filter cannot be read, INTERNAL for unusable settings,
   *   UNAVAILABLE when the disk refuses
   */
  create(key: GroupKey, requested: RequestedSettings, filter: FilterSpec | undefined): void {
    const settings = refusingUnusable(key, () => requireKnown(key, requested, this.log.head));
    if (this.groups.has(groupId(key))) throw persistentSubscriptionExists(key.stream ?? ALL, key.group);
    refusingUnusable(key, () => requireRoom(settings));
    if (filter !== undefined) compileFilter(filter);
    const stored = { ...key, settings, filter, begin: this.beginOf(key, settings), checkpoint: undefined };
    refusingUnstored(() => this.store.save(stored));
    this.start(stored);
  }

  /**
   * Gives a group new settings. Its consumers are disconnected and connect again; it goes on after its checkpoint.
   *
   * @throws CallError NOT_FOUND, INTERNAL for unusable settings, UNAVAILABLE when the disk refuses
   */
  update(key: GroupKey, requested: RequestedSettings): void {
    const group = this.find(key);
    const settings = refusingUnusable(key, () => {
      const known = requireKnown(key, requested, this.log.head);
      requireRoom(known);
      return known;
    });
    const { filter, begin, settings: before } = group.definition;
    const startsAsBefore = settings.startFrom === before.startFrom;
    const stored = {
      ...key,
      settings,
      filter,
      begin: startsAsBefore ? begin : this.beginOf(key, settings),
      checkpoint: group.reached,
    };
    refusingUnstored(() => this.store.save(stored));
    group.stop();
    this.start(stored);
  }

  /**
   * Deletes a group with its parked messages; its consumers are told.
   *
   * @throws CallError NOT_FOUND, UNAVAILABLE when the disk refuses
   */
  async delete(key: GroupKey): Promise<void> {
    const group = this.find(key);
    refusingUnstored(() => this.store.remove(key));
    this.groups.delete(groupId(key));
    group.stop();
    await group.clear();
  }

  /** Writes into the log what was done to a group. That it was done does not depend on it. */
  async record(change: GroupChange): Promise<void> {
    await recordChange(this.log, change).catch((error: unknown) =>
      this.report(`the log does not tell that the group ${groupId(change.key)} was ${change.change}`, error),
    );
  }

  /**
   * The group with this name.
   *
   * @throws CallError NOT_FOUND
   */
  find(key: GroupKey): PersistentGroup {
    const group = this.groups.get(groupId(key));
    if (group === undefined) throw persistentSubscriptionMissing(key.stream ?? ALL, key.group);
    return group;
  }

  /**
   * All groups, or those of one source (`ALL` for `$all`).
   *
   * @throws CallError NOT_FOUND when the source never had any
   */
  list(source?: string): PersistentGroup[] {
    const all = [...this.groups.values()];
    if (source === undefined) return all;
    if (!this.sources.has(source)) throw persistentSubscriptionMissing(source, '');
    return all.filter(({ definition }) => (definition.stream ?? ALL) === source);
  }

  /**
   * The group with this name, for one more consumer.
   *
   * @throws CallError NOT_FOUND, or FAILED_PRECONDITION when the group has as many consumers as it takes
   */
  joinable(key: GroupKey): PersistentGroup {
    const group = this.find(key);
    if (group.isFull) throw maximumSubscribersReached(key.stream ?? ALL, key.group);
    return group;
  }

  /** Stops all groups and starts them again from what is stored. */
  restart(): void {
    this.stop();
    this.groups.clear();
    this.sources.clear();
    for (const stored of this.store.load()) this.start(stored);
  }

  /** Disconnects all consumers and stores how far the groups have got. */
  private stop(reason?: CallError): void {
    for (const group of this.groups.values()) {
      group.stop(reason);
      group.saveProgress();
    }
    this.store.flush();
  }

  private start(stored: StoredGroup): void {
    this.sources.add(stored.stream ?? ALL);
    this.groups.set(groupId(stored), new PersistentGroup(this.log, stored, this.store, this.report));
  }

  private beginOf({ stream }: GroupKey, { startFrom }: GroupSettings): number {
    return startFrom === FROM_END ? eventSource(this.log, stream).head() + 1 : startFrom;
  }
}

/** @throws CallError UNAVAILABLE when the disk refuses */
function refusingUnstored(store: () => void): void {
  try {
    store();
  } catch (error) {
    throw storageFailed(error);
  }
}

/** Tells the log of a change, so that whoever reads `$all` sees it. */
async function recordChange(log: EventLog, { key, change, by }: GroupChange): Promise<void> {
  const content = { updatedBy: by, change, stream: key.stream ?? ALL, group: key.group };
  await log.write({
    kind: 'append',
    stream: CONFIG_STREAM,
    expected: ExpectedRevision.any,
    events: [systemEvent('$PersistentConfig', JSON.stringify(content))],
  });
}
