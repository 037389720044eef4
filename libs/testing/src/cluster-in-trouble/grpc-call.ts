import { type IncomingHttpHeaders, type ServerHttp2Stream, constants } from 'node:http2';
import { frame } from '../../../event-store-server/test/frames/frame.js';

/** How a call ends: the gRPC status, and what is told beside it. */
export interface GrpcStatus {
  readonly code: number;
  readonly details: string;
  readonly trailers?: Readonly<Record<string, string>>;
}

const OK: GrpcStatus = { code: 0, details: '' };

/** The side of a node of one call. */
export class GrpcCall {
  readonly path: string;
  readonly requiresLeader: boolean;
  private trailers: Readonly<Record<string, string>> = {};

  constructor(
    readonly stream: ServerHttp2Stream,
    readonly headers: IncomingHttpHeaders,
  ) {
    this.path = String(headers[':path']);
    this.requiresLeader = headers['requires-leader'] === 'true';
    stream.on('wantTrailers', () => {
      if (!stream.destroyed) stream.sendTrailers(this.trailers);
    });
    stream.on('error', () => {
      // Its end is told by `close`.
    });
  }

  private get isOver(): boolean {
    return this.stream.destroyed || this.stream.closed || this.stream.writableEnded;
  }

  /** The messages of the caller, once they are all there. */
  async request(): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for await (const piece of this.stream) pieces.push(piece as Buffer);
    return Buffer.concat(pieces);
  }

  send(message: Uint8Array): void {
    if (this.isOver) return;
    this.begin();
    this.stream.write(frame(message));
  }

  begin(): void {
    if (this.stream.headersSent || this.isOver) return;
    this.stream.respond(
      { ':status': 200, 'content-type': 'application/grpc+proto' },
      { waitForTrailers: true },
    );
  }

  end(status: GrpcStatus = OK): void {
    if (this.isOver) return;
    const told = { 'grpc-status': String(status.code), 'grpc-message': encodeURI(status.details) };
    const trailers = { ...told, ...status.trailers };
    if (this.stream.headersSent) {
      this.trailers = trailers;
      this.stream.end();
    } else {
      const headers = { ':status': 200, 'content-type': 'application/grpc+proto', ...trailers };
      this.stream.respond(headers, { endStream: true });
    }
  }

  /** Breaks it off with a code of HTTP/2; 0 is what a server says that stops. */
  reset(code: number = constants.NGHTTP2_NO_ERROR): void {
    if (!this.stream.closed) this.stream.close(code);
  }
}
