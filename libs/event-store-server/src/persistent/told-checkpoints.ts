import type { Report } from '../monitoring/health.js';
import type { EventLog } from '../storage/event-log.js';
import { systemEvent } from '../storage/system-events.js';
import { ExpectedRevision } from '../wire/append-messages.js';
import { groupId, placeText, type GroupKey } from './group-definition.js';

const TYPE = 'SubscriptionCheckpoint';

/**
 * The stream that tells of a group's checkpoints, as EventStoreDB writes it. Ours only tells: what a group goes on from stands
 * in the table of groups.
 */
export class ToldCheckpoints {
  private readonly stream: string;

  constructor(
    private readonly log: EventLog,
    private readonly group: GroupKey,
    private readonly report: Report,
  ) {
    this.stream = `$persistentsubscription-${groupId(group)}-checkpoint`;
  }

  /** Tells of one more checkpoint. That it was stored does not depend on it. */
  add(place: number): void {
    const event = systemEvent(TYPE, JSON.stringify(placeText(this.group.stream, place)));
    this.log
      .write({ kind: 'append', stream: this.stream, expected: ExpectedRevision.any, events: [event] })
      .catch((error: unknown) => this.report(`${this.stream} does not tell of a checkpoint`, error));
  }

  /** Hides what was told, for a group that is deleted. Refused when nothing was, and then there is nothing to hide. */
  async clear(): Promise<void> {
    await this.log.write({
      kind: 'soft-delete',
      stream: this.stream,
      expected: ExpectedRevision.any,
      events: [],
    });
  }
}
