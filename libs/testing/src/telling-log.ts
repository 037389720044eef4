import { once } from 'node:events';
import { type Http2Server, type ServerHttp2Session, type ServerHttp2Stream, createServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import statusPb from '@eventstore/db-client/generated/status_pb.js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import anyPb from 'google-protobuf/google/protobuf/any_pb.js';
import { Unframed, frame } from '../../event-store-server/test/frames/frame.js';
import { VNodeState } from './cluster-in-trouble/fates.js';
import { gossipOf } from './cluster-in-trouble/gossip.js';

/** What is told somebody who asks. */
export type Told =
  /** That the append is done, or that the stream is empty. */
  | 'done'
  | 'nothing'
  /** The stream of HTTP/2 ends with this code and without a status. */
  | { readonly reset: number }
  /** The call ends with a status of gRPC. */
  | {
      readonly status: number;
      readonly words: string;
      readonly metadata?: Readonly<Record<string, string>>;
    }
  | Refusal
  /** Bytes that are no message. */
  | { readonly bytes: Buffer };

/** The answer to one append is a status of google.rpc. */
interface Refusal {
  readonly answer: string;
  /** Type of its details, which are empty; without it there are none. */
  readonly details?: string;
  readonly code?: number;
  /** A server may refuse one append twice. */
  readonly twice?: boolean;
}

/** A member of a cluster, as gossip knows it. */
export interface Member {
  readonly port: number;
  readonly state: 'LEADER' | 'FOLLOWER' | 'UNKNOWN';
  readonly isAlive?: boolean;
}

/** A server that tells in trouble what a spec has it tell, over the protocol of EventStoreDB. */
export interface TellingLog {
  readonly port: number;
  readonly url: string;
  /** Calls so far, by their name; with `!` behind it those that asked for the leader. */
  readonly calls: readonly string[];
  append: Told;
  read: Told;
  members: readonly Member[];
  close(): Promise<void>;
}

/** Starts one; at first it is alone, and everything is done that it is asked for. */
export async function tellingLog(at = 0): Promise<TellingLog> {
  const sessions = new Set<ServerHttp2Session>();
  const server: Http2Server = createServer();
  server.on('session', (session) => {
    sessions.add(session);
    session.on('error', () => {});
    session.once('close', () => sessions.delete(session));
  });
  server.listen(at, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const calls: string[] = [];
  const log: TellingLog = {
    port,
    url: `esdb://127.0.0.1:${port}?tls=false`,
    calls,
    append: 'done',
    read: 'done',
    members: [{ port, state: 'LEADER' }],
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const session of sessions) session.destroy();
      await closed;
    },
  };
  server.on('stream', (stream, headers) => {
    const name = String(headers[':path']).split('/').at(-1)!;
    const method = name === 'Read' && String(headers[':path']).includes('Gossip') ? 'Gossip' : name;
    calls.push(`${method}${headers['requires-leader'] === 'true' ? '!' : ''}`);
    stream.on('error', () => {});
    serve(stream, method, log);
  });
  return log;
}

function serve(stream: ServerHttp2Stream, method: string, log: TellingLog): void {
  stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true });
  let trailers: Record<string, string> = { 'grpc-status': '0' };
  stream.on('wantTrailers', () => stream.sendTrailers(trailers));
  const end = (status: number, words = '', metadata: Readonly<Record<string, string>> = {}) => {
    trailers = { 'grpc-status': String(status), 'grpc-message': encodeURIComponent(words), ...metadata };
    stream.end();
  };
  const tell = (told: Told, done: () => void, refuse?: (told: Refusal) => void) => {
    if (told === 'done') return done();
    if (told === 'nothing') return;
    if ('reset' in told) return stream.close(told.reset);
    if ('status' in told) return end(told.status, told.words, told.metadata);
    if ('bytes' in told) return void stream.write(frame(told.bytes));
    refuse?.(told);
  };
  const take = (message: Buffer) => {
    if (method === 'BatchAppend') {
      const request = streamsPb.BatchAppendReq.deserializeBinary(message);
      if (!request.getIsFinal()) return;
      tell(
        log.append,
        () => void stream.write(frame(appended(request))),
        (told) => {
          const refused = frame(appendRefused(request, told));
          stream.write(told.twice ? Buffer.concat([refused, refused]) : refused);
        },
      );
    } else if (method === 'Read') tell(log.read, () => end(0));
    else if (method === 'Gossip') {
      stream.write(frame(cluster(log.members)));
      end(0);
    } else end(12, 'The method is unimplemented');
  };
  const requests = new Unframed();
  stream.on('data', (piece: Buffer) => {
    for (const message of requests.of(piece)) take(message);
  });
}

function appended(request: InstanceType<typeof streamsPb.BatchAppendReq>): Uint8Array {
  const success = new streamsPb.BatchAppendResp.Success();
  success.setCurrentRevision('0');
  const response = new streamsPb.BatchAppendResp();
  response.setCorrelationId(request.getCorrelationId());
  response.setSuccess(success);
  return response.serializeBinary();
}

function appendRefused(
  request: InstanceType<typeof streamsPb.BatchAppendReq>,
  { answer, details, code }: Refusal,
): Uint8Array {
  const status = new statusPb.Status();
  status.setMessage(answer);
  if (code !== undefined) status.setCode(code);
  if (details !== undefined) {
    const any = new anyPb.Any();
    any.pack(new Uint8Array(), details);
    status.setDetails(any);
  }
  const response = new streamsPb.BatchAppendResp();
  response.setCorrelationId(request.getCorrelationId());
  response.setError(status);
  return response.serializeBinary();
}

/** All of them on this machine. */
function cluster(members: readonly Member[]): Uint8Array {
  return gossipOf(
    members.map(({ port, state, isAlive = true }) => ({
      address: '127.0.0.1',
      port,
      instance: '0193a3c4-0000-4000-8000-000000000001',
      state: VNodeState[state],
      isAlive,
    })),
  );
}
