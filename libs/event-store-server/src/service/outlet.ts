import { Http2Line, type OutgoingCall } from './http2-line.js';
import { subscriberStalled } from './errors.js';

/** Messages larger than this are waited for one by one, so that few of them are under way at a time. */
const LARGE_MESSAGE = 64 * 1024;

/**
 * The sending side of a streaming call. It waits whenever the client does not take messages, so a client that stops
 * reading holds a bounded number of messages in the server and no more.
 */
export class Outlet {
  /** How many events a subscriber has yet to get, for those who watch the server. */
  lag: () => number = () => 0;
  private readonly line: Http2Line | undefined;

  /** @param stalledAfterMs how long a client may leave messages untouched before it is dropped */
  constructor(
    private readonly call: OutgoingCall,
    private readonly stalledAfterMs: number,
  ) {
    this.line = Http2Line.of(call);
  }

  /** True when the client has gone or the call has ended: nothing more can be sent. */
  get gone(): boolean {
    const { call, line } = this;
    return call.cancelled || call.destroyed || call.writableEnded || line?.gone === true;
  }

  /**
   * Hands over one message; when it returns a promise, the client is slow and the caller waits for it.
   *
   * @throws CallError RESOURCE_EXHAUSTED (from the promise) when the client took nothing for too long
   */
  send(message: Buffer): Promise<void> | undefined {
    if (this.gone) return undefined;
    const { call, line } = this;
    if (line !== undefined) {
      line.write(message);
      return line.isFull ? this.taken((proceed) => line.onceEmpty(proceed)) : undefined;
    }
    if (message.length >= LARGE_MESSAGE) {
      return this.taken((proceed) => {
        call.write(message, () => proceed());
        return () => undefined;
      });
    }
    if (call.write(message)) return undefined;
    return this.taken((proceed) => {
      call.once('drain', proceed);
      return () => call.removeListener('drain', proceed);
    });
  }

  /** Waits for something, or until the client goes. `begin` starts waiting and returns how to stop it. */
  until(begin: (proceed: () => void) => () => void): Promise<void> {
    if (this.gone) return Promise.resolve();
    return new Promise((resolve) => {
      const proceed = () => {
        stop();
        this.call.removeListener('cancelled', proceed);
        this.call.removeListener('close', proceed);
        resolve();
      };
      this.call.once('cancelled', proceed);
      this.call.once('close', proceed);
      const stop = begin(proceed);
    });
  }

  /** Waits until the client has taken what was sent, but not for ever. */
  private async taken(begin: (proceed: () => void) => () => void): Promise<void> {
    let stalled = false;
    await this.until((proceed) => {
      const stop = begin(proceed);
      const timer = setTimeout(() => {
        stalled = true;
        proceed();
      }, this.stalledAfterMs);
      return () => {
        clearTimeout(timer);
        stop();
      };
    });
    if (stalled) throw subscriberStalled(this.stalledAfterMs / 1000);
  }
}
