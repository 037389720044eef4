import { isIP } from 'node:net';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { pino, type Logger } from 'pino';
import { identifyBy } from './security/guard.js';
import { httpHandler } from './monitoring/http.handler.js';
import { listen, type Listener, type TlsOptions } from './service/listener.js';
import { ServerMetrics } from './monitoring/server-metrics.js';
import { addServices } from './service/services.js';
import { UserDirectory, type User } from './security/users.js';
import { EventLog } from './storage/event-log.js';

/** How to run an event store. Exactly one of `data` and `mem` is given. */
export interface EventStoreServerOptions {
  /** TCP port; 0 takes any free one. */
  readonly port: number;
  /** Address to listen on; 127.0.0.1 unless told. Anything but loopback needs both `tls` and `users`. */
  readonly host?: string;
  /** Directory that keeps the log; made when it does not exist. */
  readonly data?: string;
  /** Keep the log in memory: it is gone when the server stops. */
  readonly mem?: boolean;
  /** Certificate and key; without them the connection is not encrypted. */
  readonly tls?: TlsOptions;
  /** Who may connect; without users everybody on this machine may. */
  readonly users?: readonly User[];
  /** Bytes that the events of one append may have together; EventStoreDB's 1 MiB unless told. */
  readonly maxAppendSize?: number;
  /** After how many milliseconds a subscriber that takes nothing is dropped; a minute unless told. */
  readonly stalledAfterMs?: number;
  /** Where the server reports what happens to it; nowhere unless told. */
  readonly logger?: Logger;
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
const STALLED_AFTER_MS = 60_000;
const STOP_GRACE_MS = 2_000;

/**
 * Starts a single-node event store that speaks the EventStoreDB gRPC protocol.
 *
 * @throws Error when the options contradict each other, the port is taken or the directory cannot be used
 */
export async function startEventStoreServer(options: EventStoreServerOptions): Promise<EventStoreServer> {
  const host = options.host ?? '127.0.0.1';
  checkSafety(options, host);
  const logger = options.logger ?? pino({ level: 'silent' });
  const report = (what: string, error: unknown) => logger.error({ err: error }, what);
  const users = options.users === undefined ? undefined : new UserDirectory(options.users);
  const log = new EventLog(storageOf(options));
  const metrics = new ServerMetrics(() => log.head);
  log.observe({
    committed: (writes, events, seconds) => metrics.committed(writes, events, seconds),
    failed: (error) => {
      metrics.failedCommits.inc();
      report('a group of writes could not be stored', error);
    },
  });
  const server = new Server({
    'grpc.max_receive_message_length': LARGEST_MESSAGE,
    'grpc.max_send_message_length': LARGEST_MESSAGE,
    'grpc.enable_channelz': 0,
  });
  let port = options.port;
  addServices(server, {
    log,
    metrics,
    limits: { maxAppendSize: options.maxAppendSize ?? MIB },
    stalledAfterMs: options.stalledAfterMs ?? STALLED_AFTER_MS,
    identify: identifyBy(users),
    report,
    address: () => ({ host, port }),
  });
  const injector = server.createConnectionInjector(ServerCredentials.createInsecure());
  const http = httpHandler({ metrics, users, unwell: () => log.lastFailure });
  const listener = await listen({ host, port, tls: options.tls }, injector, http).catch((error: unknown) => {
    log.close();
    throw error;
  });
  port = listener.port;
  logger.info({ host, port, position: log.head }, 'event store started');
  return {
    port,
    connectionString: `esdb://${isIP(host) === 6 ? `[${host}]` : host}:${port}?tls=${options.tls !== undefined}`,
    stop: async () => {
      await stop({ listener, server, log });
      logger.info('event store stopped');
    },
  };
}

function storageOf({ data, mem }: EventStoreServerOptions): { directory: string } | 'memory' {
  if (mem === true && data === undefined) return 'memory';
  if (mem !== true && data !== undefined) return { directory: data };
  throw new Error('give either a data directory or mem, and not both');
}

/** Without encryption and users the store is for this machine alone. */
function checkSafety({ tls, users }: EventStoreServerOptions, host: string): void {
  const isLoopback = host === 'localhost' || host === '::1' || host.startsWith('127.');
  if (!isLoopback && (tls === undefined || users === undefined)) {
    throw new Error(`to listen on ${host}, give both a certificate with its key and users`);
  }
  if (users !== undefined && tls === undefined) {
    throw new Error(
      'users need a certificate: clients send no passwords over a connection that is not encrypted',
    );
  }
}

interface Running {
  readonly listener: Listener;
  readonly server: Server;
  readonly log: EventLog;
}

/** Open calls may finish what they began; those that do not within a grace are cut. */
async function stop({ listener, server, log }: Running): Promise<void> {
  listener.close();
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
