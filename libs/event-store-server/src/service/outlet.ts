import type { ServerDuplexStream, ServerWritableStream } from '@grpc/grpc-js';

type OutgoingCall<Request> = ServerWritableStream<Request, Buffer> | ServerDuplexStream<Request, Buffer>;

/**
 * The sending side of a streaming call. It waits whenever the client does not take messages, so a client that stops
 * reading holds a bounded number of messages in the server and no more.
 */
export class Outlet<Request> {
  private readonly controller = new AbortController();

  constructor(private readonly call: OutgoingCall<Request>) {
    const abort = () => this.controller.abort();
    call.once('cancelled', abort);
    call.once('close', abort);
  }

  /** Aborts when the client has gone or the call has ended. */
  get gone(): AbortSignal {
    return this.controller.signal;
  }

  /** Hands over one message; when it returns a promise, the client is slow and the caller waits for it. */
  send(message: Buffer): Promise<void> | undefined {
    if (this.gone.aborted || this.call.write(message)) return undefined;
    return this.drained();
  }

  private drained(): Promise<void> {
    return new Promise((resolve) => {
      const proceed = () => {
        this.call.removeListener('drain', proceed);
        this.gone.removeEventListener('abort', proceed);
        resolve();
      };
      this.call.once('drain', proceed);
      this.gone.addEventListener('abort', proceed);
    });
  }
}
