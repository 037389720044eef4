import { Readable } from 'node:stream';
import type { MessagePort } from 'node:worker_threads';
import { Metadata } from '@grpc/grpc-js';
import type { AppendCall, LogChannel, ReadCall } from './log-channel.js';

/**
 * The two hot calls of the protocol between two threads of one process: the thread that runs the log serves them, another one makes
 * them, as the same bytes with no network in between.
 */

/** What the caller says of a call. */
type Asked = { readonly call: number } & (
  | { readonly read: Uint8Array }
  | { readonly append: true }
  | { readonly message: Uint8Array }
  | { readonly more: true }
  | { readonly cancel: true }
);

/** Messages one after the other: where each of them ends. */
interface Messages {
  readonly bytes: Uint8Array;
  readonly ends: readonly number[];
}

/** What the caller is told. */
interface Told {
  readonly call: number;
  readonly messages?: Messages;
  readonly failure?: Failure;
  /** Nothing comes any more. */
  readonly isOver: boolean;
}

/** An error of gRPC, as it goes from one thread to another. */
interface Failure {
  readonly message: string;
  readonly code?: number;
  readonly details?: string;
  readonly metadata: Readonly<Record<string, string>>;
}

/** A call that has so much waiting for a caller who has not taken what came before is told to wait. */
const WAITING_BYTES = 256 * 1024;

/** Serves the calls that come over a port, for as long as the other end is open. */
export function serveLog(port: MessagePort, log: Pick<LogChannel, 'read' | 'batchAppend'>): void {
  const calls = new Map<number, ServedOverPort>();
  const serve = (number: number, begun: ReadCall) => {
    calls.set(number, new ServedOverPort(port, number, begun, () => calls.delete(number)));
  };
  port.on('message', (asked: Asked) => {
    if ('read' in asked) serve(asked.call, log.read(Buffer.from(asked.read)));
    else if ('append' in asked) serve(asked.call, log.batchAppend());
    else calls.get(asked.call)?.hear(asked);
  });
  port.on('close', () => {
    for (const call of calls.values()) call.hear({ cancel: true });
  });
  port.unref();
}

/** The server's end of a call. */
class ServedOverPort {
  private waiting: Buffer[] = [];
  private size = 0;
  /** The caller has taken what came before. */
  private isWanted = true;
  private isScheduled = false;
  private failure: Failure | undefined;
  private isOver = false;

  constructor(
    private readonly port: MessagePort,
    private readonly number: number,
    private readonly call: ReadCall,
    private readonly forget: () => void,
  ) {
    call.on('data', (message: Buffer) => this.keep(message));
    call.on('error', (error: Error) => {
      this.failure = failureOf(error);
      this.end();
    });
    call.once('end', () => this.end());
    call.once('close', () => this.end());
  }

  hear(asked: { message: Uint8Array } | { more: true } | { cancel: true }): void {
    if ('message' in asked) (this.call as AppendCall).write(Buffer.from(asked.message));
    else if ('cancel' in asked) {
      this.forget();
      this.call.cancel();
    } else {
      this.isWanted = true;
      this.schedule();
    }
  }

  private keep(message: Buffer): void {
    this.waiting.push(message);
    this.size += message.length;
    if (this.size >= WAITING_BYTES) this.call.pause();
    this.schedule();
  }

  private end(): void {
    this.isOver = true;
    this.schedule();
  }

  /** What comes in one turn goes together. */
  private schedule(): void {
    if (this.isScheduled || !this.isWanted) return;
    this.isScheduled = true;
    setImmediate(() => {
      this.isScheduled = false;
      this.send();
    });
  }

  private send(): void {
    const { number: call, waiting, failure, isOver } = this;
    if (waiting.length === 0 && !isOver) return;
    const messages = waiting.length === 0 ? undefined : together(waiting);
    this.port.postMessage(
      { call, messages, failure, isOver } satisfies Told,
      messages ? [messages.bytes.buffer as ArrayBuffer] : [],
    );
    [this.waiting, this.size, this.isWanted] = [[], 0, false];
    if (isOver) this.forget();
    else if (this.call.isPaused()) this.call.resume();
  }
}

/** In memory of their own, which goes to the other thread. */
function together(messages: readonly Buffer[]): Messages {
  const bytes = new Uint8Array(messages.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  const ends = messages.map((message) => {
    bytes.set(message, end);
    end += message.length;
    return end;
  });
  return { bytes, ends };
}

/** The log of another thread of this process, by the port that it is served over. */
export function logOverPort(port: MessagePort): LogChannel {
  const calls = new Map<number, CallOverPort>();
  let last = 0;
  port.on('message', (told: Told) => calls.get(told.call)?.hear(told));
  port.on('close', () => {
    for (const call of calls.values()) call.destroy(new Error('the thread of the log has ended'));
  });
  port.unref();
  const begin = (asked: { read: Uint8Array } | { append: true }): CallOverPort => {
    const call = ++last;
    const begun = new CallOverPort(port, call, () => calls.delete(call));
    calls.set(call, begun);
    port.postMessage({ call, ...asked } satisfies Asked);
    return begun;
  };
  return {
    read: (request) => begin({ read: ownBytes(request) }),
    batchAppend: () => begin({ append: true }),
  };
}

/** The caller's end of a call. */
class CallOverPort extends Readable implements AppendCall {
  private isOver = false;
  /** The server waits to hear that more is wanted. */
  private isAsked = false;

  constructor(
    private readonly port: MessagePort,
    private readonly number: number,
    private readonly forget: () => void,
  ) {
    super({ objectMode: true });
  }

  write(message: Buffer): void {
    this.port.postMessage({ call: this.number, message: ownBytes(message) } satisfies Asked);
  }

  cancel(): void {
    this.destroy();
  }

  hear({ messages, failure, isOver }: Told): void {
    this.isOver = isOver;
    this.isAsked = !isOver;
    if (messages) for (const message of apart(messages)) this.push(message);
    if (failure) this.destroy(errorOf(failure));
    else if (isOver) this.push(null);
  }

  override _read(): void {
    if (!this.isAsked) return;
    this.isAsked = false;
    this.port.postMessage({ call: this.number, more: true } satisfies Asked);
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.forget();
    if (!this.isOver) this.port.postMessage({ call: this.number, cancel: true } satisfies Asked);
    done(error);
  }
}

function* apart({ bytes, ends }: Messages): Generator<Buffer> {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let start = 0;
  for (const end of ends) {
    yield all.subarray(start, end);
    start = end;
  }
}

/** Of a piece of shared memory the whole would be copied. */
const ownBytes = (bytes: Buffer): Uint8Array => new Uint8Array(bytes);

function failureOf(error: Error): Failure {
  const { code, details, metadata } = error as Partial<{ code: number; details: string; metadata: Metadata }>;
  const texts = Object.entries(metadata?.getMap() ?? {}).map(([key, value]) => [key, String(value)]);
  return {
    message: error.message,
    ...(code !== undefined && { code }),
    ...(details !== undefined && { details }),
    metadata: Object.fromEntries(texts) as Record<string, string>,
  };
}

function errorOf({ message, metadata: texts, ...more }: Failure): Error {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(texts)) metadata.set(key, value);
  return Object.assign(new Error(message), more, { metadata });
}
