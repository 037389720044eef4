import {
  type ClientHttp2Session,
  type ClientHttp2Stream,
  type IncomingHttpHeaders,
  connect,
  constants,
} from 'node:http2';
import type { GrpcCall } from './grpc-call.js';

/** The log itself, which has no trouble. */
export class Backend {
  private session: ClientHttp2Session | undefined;

  constructor(private readonly port: number) {}

  /** Opens the same call there. What it answers is left to the caller; broken off, it tells `close`. */
  call({ headers }: GrpcCall): ClientHttp2Stream {
    const asked = Object.entries(headers).filter(
      ([name]) => !name.startsWith(':') && name !== 'requires-leader',
    );
    const call = this.connected().request({
      ...Object.fromEntries(asked),
      ':method': 'POST',
      ':path': headers[':path'],
    });
    return call.on('error', () => {
      // Its end is told by `close`.
    });
  }

  /** Passes a call on as it is, both ways; `request` instead of what is still to come from the caller. */
  pass(call: GrpcCall, request?: Uint8Array): void {
    const { stream } = call;
    const there = this.call(call);
    if (request) there.end(request);
    else stream.pipe(there);
    endTogether(call, there);
    there.on('data', (piece: Buffer) => {
      call.begin();
      if (stream.writable && !stream.write(piece)) {
        there.pause();
        stream.once('drain', () => there.resume());
      }
    });
  }

  close(): void {
    this.session?.destroy();
  }

  private connected(): ClientHttp2Session {
    if (!this.session || this.session.destroyed || this.session.closed) {
      this.session = connect(`http://127.0.0.1:${this.port}`);
      this.session.on('error', () => {
        // The calls over it tell.
      });
    }
    return this.session;
  }
}

/** Ends a call as the one in the log ends, and the one in the log when nobody waits for it any more. */
export function endTogether(call: GrpcCall, there: ClientHttp2Stream): void {
  endAs(there, call);
  call.stream.once('close', () => there.close(constants.NGHTTP2_CANCEL));
}

/** Ends a call as the one in the log ends. */
export function endAs(there: ClientHttp2Stream, call: GrpcCall): void {
  let trailers: IncomingHttpHeaders = {};
  there.on('response', (headers) => {
    if ('grpc-status' in headers) trailers = headers;
  });
  there.on('trailers', (told) => (trailers = told));
  there.once('close', () => {
    const { 'grpc-status': code, 'grpc-message': details, ...others } = trailers;
    if (code === undefined) call.reset(constants.NGHTTP2_INTERNAL_ERROR);
    else {
      const told = Object.entries(others).filter(
        ([name]) => !name.startsWith(':') && !['content-type', 'date'].includes(name),
      );
      call.end({
        code: Number(code),
        details: decodeURI(String(details ?? '')),
        trailers: Object.fromEntries(told.map(([name, value]) => [name, String(value)])),
      });
    }
  });
}
