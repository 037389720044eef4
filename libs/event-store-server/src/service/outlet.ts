import type { ServerDuplexStream, ServerWritableStream } from '@grpc/grpc-js';

type OutgoingCall = ServerWritableStream<unknown, Buffer> | ServerDuplexStream<unknown, Buffer>;

/**
 * The sending side of a streaming call. It waits whenever the client does not take messages, so a client that stops
 * reading holds a bounded number of messages in the server and no more.
 */
export class Outlet {
  constructor(private readonly call: OutgoingCall) {}

  /** True when the client has gone or the call has ended: nothing more can be sent. */
  get gone(): boolean {
    return this.call.cancelled || this.call.destroyed || this.call.writableEnded;
  }

  /** Hands over one message; when it returns a promise, the client is slow and the caller waits for it. */
  send(message: Buffer): Promise<void> | undefined {
    if (this.gone || this.call.write(message)) return undefined;
    return this.until((proceed) => {
      this.call.once('drain', proceed);
      return () => this.call.removeListener('drain', proceed);
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
}
