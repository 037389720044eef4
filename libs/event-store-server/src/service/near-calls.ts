import { EventEmitter } from 'node:events';
import { Readable } from 'node:stream';
import type { ServerDuplexStream, ServerWritableStream } from '@grpc/grpc-js';
import { trust } from '../security/guard.js';
import { readAsked, type AskedRead } from '../streams/read-request.js';
import { serverStopping, toCallError } from './errors.js';
import { type StreamsContext, serveBatches, serveReading } from './streams.service.js';

/** Messages that may wait for a caller before the server is told to wait; as many as HTTP/2 would hold small ones. */
const WAITING = 128;

/** The calls of whoever runs this server in its own process: the same messages, handled the same way, with no network between. */
export interface NearCalls {
  /** `Streams.Read`, one message that asks and many that answer. */
  read(request: Buffer): NearCall;
  /** `Streams.BatchAppend` */
  batchAppend(): NearCall;
}

/** @param context what the same services over the network work with */
export function nearCalls(context: StreamsContext): NearCalls {
  return {
    read: (request) => {
      const call = new NearCall();
      call.begin(() => {
        const asked = readAsked(request);
        serveReading(context, call.served(asked) as unknown as ServerWritableStream<AskedRead, Buffer>);
      }, context.log.stopping);
      return call;
    },
    batchAppend: () => {
      const call = new NearCall();
      const served = call.served() as unknown as ServerDuplexStream<Buffer, Buffer>;
      call.begin(() => serveBatches(context, served, 0), context.log.stopping);
      return call;
    },
  };
}

/** The caller's end of a call. */
export class NearCall extends Readable {
  private server: ServedCall | undefined;

  constructor() {
    super({ objectMode: true, highWaterMark: WAITING });
    this.once('close', () => this.server?.closed());
  }

  /** To the server. */
  write(message: Buffer): void {
    this.server?.emit('data', message);
  }

  /** Nothing more is wanted. */
  cancel(): void {
    this.destroy();
  }

  /** The server's end, as the handlers of gRPC know it. */
  served(request?: AskedRead): ServedCall {
    this.server = new ServedCall(this, request);
    trust(this.server);
    return this.server;
  }

  /** Lets the server begin once the caller listens. */
  begin(serve: () => void, stopping: AbortSignal): void {
    queueMicrotask(() => {
      try {
        if (stopping.aborted) throw serverStopping();
        serve();
      } catch (error) {
        this.destroy(toCallError(error));
      }
    });
  }

  /** There is room again. */
  override _read(): void {
    this.server?.emit('drain');
  }
}

/** What the handlers use of a call of gRPC. */
class ServedCall extends EventEmitter {
  cancelled = false;
  writableEnded = false;

  constructor(
    private readonly caller: NearCall,
    readonly request: AskedRead | undefined,
  ) {
    super();
    this.on('error', (error: Error) => this.caller.destroy(error));
  }

  get destroyed(): boolean {
    return this.caller.destroyed;
  }

  write(message: Buffer, taken?: () => void): boolean {
    if (this.destroyed) return false;
    const more = this.caller.push(message);
    if (taken && more) queueMicrotask(taken);
    else if (taken) this.once('drain', taken);
    return more;
  }

  end(): void {
    this.writableEnded = true;
    if (!this.destroyed) this.caller.push(null);
  }

  getPeer(): string {
    return 'this process';
  }

  closed(): void {
    this.cancelled = !this.writableEnded;
    if (this.cancelled) this.emit('cancelled');
    this.emit('close');
  }
}
