import type { ServerDuplexStream } from '@grpc/grpc-js';
import { subscriberStalled, type CallError } from '../service/errors.js';

/** No more is handed to the network for a consumer while this many bytes wait there. */
const FULL_BYTES = 64 * 1024;

/**
 * The sending side of a consumer's call. It is full while the consumer does not take what was sent, so that a consumer
 * that stopped reading holds little in the server, and others get its messages; after a while it is given up.
 */
export class ConsumerLine {
  private untaken = 0;
  private timer: NodeJS.Timeout | undefined;

  /**
   * @param stalledAfterMs how long a consumer may take nothing while the line is full
   * @param onRoom called when the line is not full any more
   */
  constructor(
    private readonly call: ServerDuplexStream<unknown, Buffer>,
    private readonly stalledAfterMs: number,
    private readonly onRoom: () => void,
    private readonly onStalled: (error: CallError) => void,
  ) {
    call.once('close', () => clearTimeout(this.timer));
    call.once('cancelled', () => clearTimeout(this.timer));
  }

  /** True when one more message may be sent. */
  get hasRoom(): boolean {
    return this.untaken < FULL_BYTES;
  }

  /** Hands over a message. */
  send(message: Buffer): void {
    if (this.isGone) return;
    this.untaken += message.length;
    this.call.write(message, () => this.taken(message.length));
    if (!this.hasRoom) this.timer ??= this.watch();
  }

  private taken(bytes: number): void {
    const wasFull = !this.hasRoom;
    this.untaken -= bytes;
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.hasRoom && wasFull) this.onRoom();
    else if (wasFull) this.timer = this.watch();
  }

  private get isGone(): boolean {
    return this.call.cancelled || this.call.destroyed || this.call.writableEnded;
  }

  private watch(): NodeJS.Timeout {
    return setTimeout(() => {
      if (!this.isGone) this.onStalled(subscriberStalled(this.stalledAfterMs / 1000));
    }, this.stalledAfterMs).unref();
  }
}
