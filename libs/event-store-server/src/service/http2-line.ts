import type { ServerHttp2Stream } from 'node:http2';
import { Metadata, type ServerDuplexStream, type ServerWritableStream } from '@grpc/grpc-js';

export type OutgoingCall = ServerWritableStream<unknown, Buffer> | ServerDuplexStream<unknown, Buffer>;

/** What gRPC puts before each message: whether it is compressed, and its length. */
const PREFIX = 5;

/**
 * Messages are sent together up to so many bytes: a client says each time it has taken as much, which is half of what
 * HTTP/2 lets it have ahead. A larger piece would be under way for longer, and a slow client look like one that stands still.
 */
const PACK_BYTES = 32 * 1024;

/**
 * So far a client may send ahead of what was read, in one call and over one connection: a large append comes in messages of
 * half of that, and the next is to be here when one was read. HTTP/2 would have each wait for the one before.
 */
export const AHEAD_BYTES = 128 * 1024;

/** A larger message is not copied into a pack. */
const LARGEST_PACKED = 16 * 1024;

/** Packs that were sent, to be filled again. */
const spare: Buffer[] = [];
const MOST_SPARE = 32;

/**
 * Sends the messages of a call over its HTTP/2 stream, as many as were handed over at once in one piece. The library
 * writes each of them by itself, which costs more than all else that is done to send an event that is stored.
 */
export class Http2Line {
  private pack: Buffer | undefined;
  private length = 0;

  private constructor(
    private readonly call: OutgoingCall,
    private readonly stream: ServerHttp2Stream,
  ) {}

  /** Undefined for a call that has no such stream, because it comes from this very process. */
  static of(call: OutgoingCall): Http2Line | undefined {
    const stream = streamOf(call);
    return stream && new Http2Line(call, stream);
  }

  /** Lets the client send `AHEAD_BYTES` over the connection; that it may in a call is settled when it connects. */
  letSendAhead(): void {
    if (!this.gone) this.stream.session?.setLocalWindowSize(AHEAD_BYTES);
  }

  /** Nothing more can be sent. */
  get gone(): boolean {
    return this.stream.destroyed || this.stream.writableEnded;
  }

  /** True when the client has not taken what it was sent. */
  get isFull(): boolean {
    return this.stream.writableNeedDrain;
  }

  /** Calls back when the client has taken everything; returns how to stop waiting. */
  onceEmpty(proceed: () => void): () => void {
    this.stream.once('drain', proceed);
    return () => this.stream.removeListener('drain', proceed);
  }

  /** Messages go out when their pack is full, or at the latest before whatever waits for this one goes on. */
  write(message: Buffer): void {
    if (this.length + PREFIX + message.length > PACK_BYTES) this.flush();
    const pack = this.begun();
    const start = this.length;
    pack[start] = 0;
    pack.writeUInt32BE(message.length, start + 1);
    this.length += PREFIX;
    if (message.length <= LARGEST_PACKED) {
      pack.set(message, this.length);
      this.length += message.length;
    } else {
      this.flush();
      this.stream.write(message);
    }
  }

  /** Sends what was handed over, so that the call may be ended. */
  flush(): void {
    const { pack, length } = this;
    if (pack === undefined) return;
    this.pack = undefined;
    this.length = 0;
    if (this.gone) return keep(pack);
    if (!this.stream.headersSent) this.call.sendMetadata(new Metadata());
    this.stream.write(pack.subarray(0, length), () => keep(pack));
  }

  /** The pack that messages go into now. */
  private begun(): Buffer {
    if (this.pack !== undefined) return this.pack;
    this.pack = spare.pop() ?? Buffer.allocUnsafeSlow(PACK_BYTES);
    // Whoever hands over the last message of a call and ends it does so in a later turn of this queue.
    queueMicrotask(() => this.flush());
    return this.pack;
  }
}

function keep(pack: Buffer): void {
  if (spare.length < MOST_SPARE) spare.push(pack);
}

/** A call of the library holds what it goes through, one part in another, and the stream in the innermost. */
interface Part {
  readonly call?: Part;
  readonly nextCall?: Part;
  readonly stream?: ServerHttp2Stream;
}

function streamOf(call: OutgoingCall): ServerHttp2Stream | undefined {
  let part: Part | undefined = call as unknown as Part;
  while (part !== undefined && part.stream === undefined) part = part.call ?? part.nextCall;
  return part?.stream;
}
