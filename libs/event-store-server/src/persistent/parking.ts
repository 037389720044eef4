import type { Report } from '../monitoring/report.js';
import type { EventLog } from '../storage/event-log.js';
import { encodeReadEvent } from '../wire/read-event.js';
import type { GroupMessage } from './group-message.js';
import type { GroupSource } from './group-source.js';
import type { StoredGroup } from './group-store.js';
import type { FlowConsumer, MessageFlow } from './message-flow.js';
import { ParkedMessages } from './parked-messages.js';
import { ParkedReplay } from './parked-replay.js';

/** What parking works with. */
export interface ParkingContext {
  readonly log: EventLog;
  readonly definition: StoredGroup;
  readonly source: GroupSource;
  readonly flow: MessageFlow<FlowConsumer>;
  readonly report: Report;
  /** Called when there may be something to deliver again. */
  readonly proceed: () => void;
}

/** Parks messages of a group, and delivers parked ones again. */
export class Parking {
  private readonly parked: ParkedMessages;
  private readonly replay: ParkedReplay;

  constructor(private readonly context: ParkingContext) {
    this.parked = new ParkedMessages(context.log, context.definition);
    this.replay = new ParkedReplay(this.parked);
  }

  /** How many messages are parked and not being delivered again. */
  get count(): number {
    return this.replay.remaining;
  }

  /** True while parked messages are being delivered again. */
  get isReplaying(): boolean {
    return this.replay.isRunning;
  }

  /** Parks a message that was taken out of the flow; when the disk refuses, it is tried again. */
  park(message: GroupMessage, reason: string): void {
    const { flow, report, proceed } = this.context;
    this.store(message, reason).then(
      () => {
        flow.forget(message);
        this.settled(message);
        proceed();
      },
      (error: unknown) => {
        report(`a message of ${this.parked.stream} could not be parked and is tried again`, error);
        flow.retry(message);
        proceed();
      },
    );
  }

  /** Delivers parked messages again, those before the revision `stopAt` of the parked stream. */
  startReplay(stopAt: number): void {
    this.context.flow.replay(this.replay.start(stopAt));
    this.context.proceed();
  }

  /** A message was dealt with. If it was being replayed, it is parked no more. */
  settled({ parkedRevision }: GroupMessage): void {
    if (parkedRevision === undefined) return;
    const { flow, report } = this.context;
    const doneBefore = this.replay.settle(parkedRevision);
    flow.replay(this.replay.more());
    if (doneBefore === undefined) return;
    this.parked.forgetBefore(doneBefore).catch((error: unknown) => {
      report(`replayed messages stay in ${this.parked.stream}`, error);
    });
  }

  /** A replayed message as a consumer gets it: what is parked is a link, and comes with what it points at. */
  encode(parkedRevision: number, retryCount: number): Buffer {
    return encodeReadEvent({ ...this.parked.resolve(parkedRevision), retryCount });
  }

  /** Drops all parked messages, for a group that is deleted. */
  async clear(): Promise<void> {
    await this.parked.clear();
  }

  private async store(message: GroupMessage, reason: string): Promise<void> {
    const { source, definition } = this.context;
    const { parkedRevision } = message;
    const isReplayed = parkedRevision !== undefined;
    const stored = isReplayed ? this.parked.stored(parkedRevision) : source.stored(message);
    await this.parked.park(stored, isReplayed || definition.settings.resolveLinks, reason);
  }
}
