import { once } from 'node:events';
import {
  connect,
  constants,
  type ClientHttp2Session,
  type ClientHttp2Stream,
  type IncomingHttpHeaders,
  type IncomingHttpStatusHeader,
} from 'node:http2';

/** What came of a call whose bytes were made by hand. */
export interface RawAnswer {
  /** Of HTTP; undefined when the stream was reset before any headers came. */
  readonly httpStatus: number | undefined;
  /** Of gRPC; undefined when there were no trailers. */
  readonly grpcStatus: number | undefined;
  readonly grpcMessage: string | undefined;
}

/** A call whose bytes are made by hand. */
export interface RawCall {
  /** As in `/event_store.client.streams.Streams/Read`. */
  readonly path: string;
  /** What is sent, chunk by chunk. */
  readonly chunks: readonly Buffer[];
  readonly headers?: IncomingHttpHeaders;
  /** Whether the caller says that nothing more comes; unless told, it does. */
  readonly open?: boolean;
  /** Whether headers come after the messages, which gRPC has of servers alone. */
  readonly trailers?: boolean;
}

/** Connects to a server of gRPC without any library for it. */
export function rawSession(url: string, ca?: Buffer): ClientHttp2Session {
  // What the server takes is its to say.
  const session = connect(url, { maxSendHeaderBlockLength: 2 ** 24, ...(ca === undefined ? {} : { ca }) });
  // What happens to the session is seen at its calls.
  session.on('error', () => undefined);
  return session;
}

/** Goes there and back: what was sent before has arrived then. */
export async function roundTrip(session: ClientHttp2Session): Promise<void> {
  if (session.connecting) await once(session, 'connect');
  await new Promise<void>((resolve, reject) => {
    session.ping((error) => (error === null ? resolve() : reject(error)));
  });
}

/**
 * Makes one call and waits for what comes of it.
 *
 * @throws Error when nothing did in time
 */
export function rawCall(session: ClientHttp2Session, call: RawCall, timeoutMs = 20_000): Promise<RawAnswer> {
  return outcomeOf(begin(session, call), call.path, timeoutMs);
}

/**
 * Makes one call that may last as long as the caller likes, such as a subscription, and leaves it when the server has had
 * time to take it.
 *
 * @throws Error when it does not end in time even so
 */
export async function oddCall(
  session: ClientHttp2Session,
  call: RawCall,
  timeoutMs: number,
): Promise<RawAnswer> {
  const stream = begin(session, call);
  const outcome = outcomeOf(stream, call.path, timeoutMs);
  if (call.open === true || call.path.endsWith('/Read')) {
    await roundTrip(session).catch(() => undefined);
    stream.close(constants.NGHTTP2_CANCEL);
  }
  return outcome;
}

function begin(session: ClientHttp2Session, call: RawCall): ClientHttp2Stream {
  const headers = {
    ':method': 'POST',
    ':path': call.path,
    'content-type': 'application/grpc',
    te: 'trailers',
    ...call.headers,
  };
  const stream = session.request(headers, { endStream: false, waitForTrailers: call.trailers === true });
  stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }));
  stream.on('error', () => undefined);
  for (const chunk of call.chunks) stream.write(chunk);
  if (call.open !== true) stream.end();
  return stream;
}

function outcomeOf(stream: ClientHttp2Stream, path: string, timeoutMs: number): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const seen: Seen = {};
    const late = setTimeout(() => {
      reject(new Error(`no answer from ${path} in ${timeoutMs} ms`));
      stream.close(constants.NGHTTP2_CANCEL);
    }, timeoutMs);
    stream.on('response', (headers) => Object.assign(seen, headers));
    stream.on('trailers', (headers) => Object.assign(seen, headers));
    stream.on('end', () => stream.end());
    stream.on('close', () => {
      clearTimeout(late);
      resolve(answerOf(seen));
    });
    stream.resume();
  });
}

type Seen = IncomingHttpHeaders & IncomingHttpStatusHeader;

function answerOf(headers: Seen): RawAnswer {
  const status = headers['grpc-status'];
  const message = headers['grpc-message'];
  return {
    httpStatus: headers[':status'],
    grpcStatus: status === undefined ? undefined : Number(status),
    grpcMessage: message === undefined ? undefined : decodeURI(String(message)),
  };
}
