import { systemEvent } from '../storage/system-events.js';
import type { EventLog } from '../storage/event-log.js';
import { ExpectedRevision } from '../wire/append-messages.js';
import { ALL, type GroupKey } from './group-key.js';

/** What was done to a group, and by whom. */
export interface GroupChange {
  readonly key: GroupKey;
  readonly change: 'created' | 'updated' | 'deleted';
  readonly by: string;
}

/** Where EventStoreDB keeps its groups, and where ours only tell of their changes. */
const CONFIG_STREAM = '$persistentSubscriptionConfig';

/** Tells the log of a change, so that whoever reads `$all` sees it. */
export async function recordChange(log: EventLog, { key, change, by }: GroupChange): Promise<void> {
  const content = { updatedBy: by, change, stream: key.stream ?? ALL, group: key.group };
  await log.write({
    kind: 'append',
    stream: CONFIG_STREAM,
    expected: ExpectedRevision.any,
    events: [systemEvent('$PersistentConfig', JSON.stringify(content))],
  });
}
