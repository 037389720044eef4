import { Server, ServerCredentials } from '@grpc/grpc-js';
import featuresGrpc from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import { serverFeaturesHandlers } from './service/server-features.service.js';
import { streamsDefinition, streamsHandlers } from './service/streams.service.js';
import { EventLog } from './storage/event-log.js';

/** How to run an event store. Exactly one of `data` and `mem` is given. */
export interface EventStoreServerOptions {
  /** TCP port; 0 takes any free one. */
  readonly port: number;
  /** Address to listen on; 127.0.0.1 unless told. */
  readonly host?: string;
  /** Directory that keeps the log; made when it does not exist. */
  readonly data?: string;
  /** Keep the log in memory: it is gone when the server stops. */
  readonly mem?: boolean;
  /** Bytes that the events of one append may have together; EventStoreDB's 1 MiB unless told. */
  readonly maxAppendSize?: number;
}

/** A running event store. */
export interface EventStoreServer {
  readonly port: number;
  /** What `EventStoreDBClient.connectionString` takes. */
  readonly connectionString: string;
  /** Stops taking calls, finishes what was accepted, closes the files. */
  stop(): Promise<void>;
}

const MIB = 1024 * 1024;
const LARGEST_MESSAGE = 20 * MIB;
const STOP_GRACE_MS = 2_000;

/**
 * Starts a single-node event store that speaks the EventStoreDB gRPC protocol.
 *
 * @throws Error when the port is taken or the directory cannot be used
 */
export async function startEventStoreServer(options: EventStoreServerOptions): Promise<EventStoreServer> {
  const log = new EventLog(storageOf(options));
  const host = options.host ?? '127.0.0.1';
  const server = new Server({
    'grpc.max_receive_message_length': LARGEST_MESSAGE,
    'grpc.max_send_message_length': LARGEST_MESSAGE,
  });
  const services = [streamsDefinition, featuresGrpc.ServerFeaturesService];
  server.addService(streamsDefinition, streamsHandlers(log, { maxAppendSize: options.maxAppendSize ?? MIB }));
  server.addService(featuresGrpc.ServerFeaturesService, serverFeaturesHandlers(services));
  const port = await bind(server, `${host}:${options.port}`).catch((error: unknown) => {
    log.close();
    throw error;
  });
  return {
    port,
    connectionString: `esdb://${host}:${port}?tls=false`,
    stop: () => stop(server, log),
  };
}

function storageOf({ data, mem }: EventStoreServerOptions): { directory: string } | 'memory' {
  if (mem === true && data === undefined) return 'memory';
  if (mem !== true && data !== undefined) return { directory: data };
  throw new Error('give either a data directory or mem, not both');
}

function bind(server: Server, address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync(address, ServerCredentials.createInsecure(), (error, port) => {
      if (error) reject(error);
      else resolve(port);
    });
  });
}

/** Open calls may finish what they began; those that do not within a grace are cut. */
async function stop(server: Server, log: EventLog): Promise<void> {
  log.beginStop();
  await new Promise<void>((resolve) => {
    const cut = setTimeout(() => server.forceShutdown(), STOP_GRACE_MS);
    server.tryShutdown(() => {
      clearTimeout(cut);
      resolve();
    });
  });
  log.close();
}
