import type { EventEmitter } from 'node:events';
import type { EventStoreDBClient } from '@eventstore/db-client';
import featuresPb from '@eventstore/db-client/generated/serverfeatures_pb.js';
import streamsGrpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { type Client as GrpcClient, status } from '@grpc/grpc-js';
import { type ClusterMember, membersIn } from './cluster.js';
import { LogUnavailable, named, readFailed } from './outage.js';

const READ = '/event_store.client.streams.Streams/Read';
const BATCH_APPEND = '/event_store.client.streams.Streams/BatchAppend';
const FEATURES = '/event_store.client.server_features.ServerFeatures/GetSupportedMethods';
const GOSSIP = '/event_store.client.gossip.Gossip/Read';

/** A call whose answers come as messages (events `data`, `error`, `end`) until it ends or nobody wants more. */
export interface ReadCall extends EventEmitter {
  pause(): unknown;
  resume(): unknown;
  isPaused(): boolean;
  cancel(): void;
}

/** A call that takes messages as well. */
export interface AppendCall extends ReadCall {
  write(message: Buffer): unknown;
}

/** The two hot calls of the protocol, as bytes of `streams.proto`. */
export interface LogChannel {
  /** `Streams.Read` */
  read(request: Buffer): ReadCall;
  /** `Streams.BatchAppend` */
  batchAppend(): AppendCall;
  /** Who is in the cluster; a log in this process has none. */
  members?(timeoutMs: number): Promise<readonly ClusterMember[]>;
  /** Which version the server states; null for one that states none. */
  version?(timeoutMs: number): Promise<string | null>;
  /** A call has failed: another connection is looked for where this one is of no use. Nobody waits for that. */
  failed?(error: Error): Promise<void>;
}

/** Finds the channel to use now. Throws `LogUnavailable` when no server is found. */
export type FindChannel = () => Promise<LogChannel>;

const near = new Map<string, LogChannel>();

/**
 * Says that the log of this connection string runs in this very process, or how another thread of it is reached: appends and reads
 * go to it without a network in between. Everything else about them is the same.
 * @returns takes it back
 */
export function logIsNear(connectionString: string, channel: LogChannel): () => void {
  near.set(connectionString, channel);
  return () => near.delete(connectionString);
}

/** The channel of a log in this process, or else one over the connection of the client, which finds the server. */
export function channelOf(connectionString: string, client: EventStoreDBClient): FindChannel {
  const channel = near.get(connectionString);
  return channel ? () => Promise.resolve(channel) : channelOverClient(client);
}

/** A channel for each connection that the client makes. */
export function channelOverClient(client: EventStoreDBClient): FindChannel {
  const channels = new WeakMap<GrpcClient, LogChannel>();
  return async () => {
    const grpc = await connected(client);
    const channel = channels.get(grpc) ?? overConnection(client, grpc);
    channels.set(grpc, channel);
    return channel;
  };
}

async function connected(client: EventStoreDBClient): Promise<GrpcClient> {
  try {
    return await client['getGRPCClient'](streamsGrpc.StreamsClient, 'streams');
  } catch (error) {
    throw new LogUnavailable(`cannot be found: ${(error as Error).message}`, error);
  }
}

const asTheyAre = (bytes: Buffer) => bytes;

function overConnection(client: EventStoreDBClient, grpc: GrpcClient): LogChannel {
  const called = (requiresLeader: boolean) =>
    client['callArguments']({ requiresLeader }, { deadline: Infinity });
  return {
    read: (request) => grpc.makeServerStreamRequest(READ, asTheyAre, asTheyAre, request, ...called(true)),
    // A follower hands appends on to the leader; refused by it, one would end the call that carries those of everybody.
    batchAppend: () => grpc.makeBidiStreamRequest(BATCH_APPEND, asTheyAre, asTheyAre, ...called(false)),
    members: async (timeoutMs) => membersIn(await asked(client, grpc, GOSSIP, timeoutMs)),
    version: (timeoutMs) => asked(client, grpc, FEATURES, timeoutMs).then(versionIn, noVersion),
    failed: async (error) => {
      try {
        await client['handleError'](grpc, error);
      } catch {
        // The next call meets the same trouble, and has somebody to tell.
      }
    },
  };
}

const NOTHING: Buffer = Buffer.alloc(0);

/** Servers before 21.10 do not know the question. */
function noVersion(error: Error): null {
  const { code } = (error.cause ?? {}) as { readonly code?: unknown };
  if (code === status.UNIMPLEMENTED) return null;
  throw error;
}

const versionIn = (features: Buffer) =>
  featuresPb.SupportedMethods.deserializeBinary(features).getEventStoreServerVersion() || null;

/**
 * Asks a question that has nothing to say, and one answer.
 * @throws LogUnavailable
 */
function asked(
  client: EventStoreDBClient,
  grpc: GrpcClient,
  path: string,
  timeoutMs: number,
): Promise<Buffer> {
  const called = client['callArguments']({ deadline: timeoutMs });
  return new Promise((resolve, reject) => {
    grpc.makeUnaryRequest(path, asTheyAre, asTheyAre, NOTHING, ...called, (error, answer) => {
      if (answer) resolve(answer);
      else reject(readFailed(named(error ?? new Error('no answer'))));
    });
  });
}
