import { randomUUID } from 'node:crypto';
import { type Socket, isIP } from 'node:net';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { pino, type Logger } from 'pino';
import { unwellness } from './monitoring/health.js';
import { ServerMetrics, databaseSize, watchCommits } from './monitoring/server-metrics.js';
import { assertSafe, assertUsable, type TlsOptions } from './security/exposure.js';
import { gateFor } from './security/guard.js';
import { UserDirectory } from './security/user-directory.js';
import { usersFileIn } from './security/users-file.js';
import { gossipDocument } from './service/gossip.service.js';
import { AHEAD_BYTES } from './service/http2-line.js';
import { type NearCalls, nearCalls } from './service/near-calls.js';
import { openPorts, type Addresses, type Ports } from './service/ports.js';
import { addServices } from './service/services.js';
import type { Storage } from './storage/database.js';
import { EventLog } from './storage/event-log.js';

/** How to run an event store. Exactly one of `data` and `mem` is given. */
export interface EventStoreServerOptions {
  /** TCP port; 0 takes any free one. */
  readonly port: number;
  /** Address to listen on; 127.0.0.1 unless told. Anything but loopback needs both TLS and users. */
  readonly host?: string;
  /** Directory that keeps the log; made when it does not exist. */
  readonly data?: string;
  /** Keep the log in memory: it is gone when the server stops. */
  readonly mem?: boolean;
  /** Certificate and key; without them the connection is not encrypted. */
  readonly tls?: TlsOptions;
  /** Who may connect; `users.json` of the data directory when there is one. Without users everybody here may. */
  readonly usersFile?: string;
  /** A port of its own for health and metrics, which the main port has as well; 0 takes any free one. */
  readonly metricsPort?: number;
  /** Address of the metrics port; 127.0.0.1 unless told. It asks nobody for credentials and tells no events. */
  readonly metricsHost?: string;
  /** Bytes that the events of one append may have together; EventStoreDB's 1 MiB unless told. */
  readonly maxAppendSize?: number;
  /** After how many milliseconds a subscriber that takes nothing is dropped; a minute unless told. */
  readonly stalledAfterMs?: number;
  /** How long a connection may say nothing, in milliseconds; half a minute unless told. */
  readonly patienceMs?: number;
  /** Connections at a time; 1,000 unless told. */
  readonly maxConnections?: number;
  /** Whether somebody may connect at all to the main port; everybody unless told. */
  readonly admits?: (connection: Socket) => boolean;
  /** Where the server reports what happens to it; nowhere unless told. */
  readonly logger?: Logger;
}

/** A running event store. */
export interface EventStoreServer {
  readonly port: number;
  /** Where health and metrics have a port of their own, if they do. */
  readonly metricsPort: number | undefined;
  /** What `EventStoreDBClient.connectionString` takes. */
  readonly connectionString: string;
  /** The hot calls for whoever runs this server, without a network in between. */
  readonly near: NearCalls;
  /** Stops taking calls, finishes what was accepted, closes the files. */
  stop(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';
const MIB = 1024 * 1024;
const LARGEST_MESSAGE = 20 * MIB;
const STALLED_AFTER_MS = 60_000;
const PATIENCE_MS = 30_000;
const MOST_CONNECTIONS = 1_000;
const MOST_CALLS_PER_CONNECTION = 1_000;
const STOP_GRACE_MS = 2_000;

/**
 * Starts a single-node event store that speaks the EventStoreDB gRPC protocol.
 *
 * @throws Error when the options contradict each other or would expose the store, a port is taken, or the directory
 * cannot be used
 */
export async function startEventStoreServer(options: EventStoreServerOptions): Promise<EventStoreServer> {
  const { host = LOOPBACK, tls, patienceMs = PATIENCE_MS, logger = pino({ level: 'silent' }) } = options;
  const storage = storageOf(options);
  const report = (what: string, error: unknown) => logger.error({ err: error }, what);
  const users = usersOf(options, host, report);
  const log = new EventLog(storage);
  const metrics = metricsOf(log, storage, logger);
  const server = newServer(patienceMs);
  const address = { host, port: options.port };
  const node = { instance: randomUUID(), address: () => address };
  const streams = { log, metrics, ...limitsOf(options), report };
  const gate = users === undefined ? undefined : gateFor(users, log.accessLists, metrics, logger);
  addServices(server, { ...streams, gate, node });
  const ports = await openPorts(
    { ...address, ...admissionOf(options), patienceMs, onTurnedAway: () => metrics.turnedAway.inc() },
    server.createConnectionInjector(ServerCredentials.createInsecure()),
    {
      metrics,
      users,
      unwell: () => unwellness(log, storage),
      gossip: (authority) => gossipDocument(node, authority),
    },
  ).catch((error: unknown) => {
    log.close();
    throw error;
  });
  address.port = ports.port;
  logger.info({ ...address, metricsPort: ports.metricsPort, position: log.head }, 'event store started');
  return {
    port: ports.port,
    metricsPort: ports.metricsPort,
    connectionString: urlOf(host, ports.port, tls !== undefined),
    near: nearCalls(streams),
    stop: () => stop({ ports, log, logger }),
  };
}

/** Who may connect; undefined where everybody here may. @throws Error when the store would stand open */
function usersOf(
  { tls, data, usersFile = usersFileIn(data) }: EventStoreServerOptions,
  host: string,
  report: (what: string, error: unknown) => void,
): UserDirectory | undefined {
  assertSafe({ host, hasTls: tls !== undefined, hasUsers: usersFile !== undefined });
  if (tls !== undefined) assertUsable(tls);
  return usersFile === undefined ? undefined : new UserDirectory(usersFile, report);
}

/** How much an append may bring, and how long a subscriber may take nothing. */
const limitsOf = ({ maxAppendSize = MIB, stalledAfterMs = STALLED_AFTER_MS }: EventStoreServerOptions) => ({
  limits: { maxAppendSize },
  stalledAfterMs,
});

const urlOf = (host: string, port: number, hasTls: boolean): string =>
  `esdb://${isIP(host) === 6 ? `[${host}]` : host}:${port}?tls=${hasTls}`;

function storageOf({ data, mem }: EventStoreServerOptions): Storage {
  if (mem === true && data === undefined) return 'memory';
  if (mem !== true && data !== undefined) return { directory: data };
  throw new Error('give either a data directory or mem, and not both');
}

function metricsOf(log: EventLog, storage: Storage, logger: Logger): ServerMetrics {
  const size = () => databaseSize(log.database, storage);
  const metrics = new ServerMetrics({ head: () => log.head, size });
  watchCommits(log, metrics, logger);
  return metrics;
}

/** A connection that says nothing is asked whether anybody is there, and dropped when nobody answers. */
function newServer(patienceMs: number): Server {
  const server = new Server({
    'grpc.max_receive_message_length': LARGEST_MESSAGE,
    'grpc.max_send_message_length': LARGEST_MESSAGE,
    'grpc.max_concurrent_streams': MOST_CALLS_PER_CONNECTION,
    'grpc.keepalive_time_ms': patienceMs,
    'grpc.keepalive_timeout_ms': patienceMs,
    'grpc.enable_channelz': 0,
  });
  // The library has no option for that. Told later, over an open connection, it makes clients of Node drop the connection.
  server['commonServerOptions'].settings.initialWindowSize = AHEAD_BYTES;
  return server;
}

/** Whom the ports take, and where metrics are told. */
function admissionOf({
  tls,
  admits,
  maxConnections = MOST_CONNECTIONS,
  metricsPort,
  metricsHost = LOOPBACK,
}: EventStoreServerOptions): Pick<Addresses, 'tls' | 'admits' | 'maxConnections' | 'metrics'> {
  const metrics = metricsPort === undefined ? undefined : { host: metricsHost, port: metricsPort };
  return { tls, admits, maxConnections, metrics };
}

interface Running {
  readonly ports: Ports;
  readonly log: EventLog;
  readonly logger: Logger;
}

/** Open calls may finish what they began; those that do not within a grace are cut. */
async function stop({ ports, log, logger }: Running): Promise<void> {
  logger.info({ position: log.head }, 'event store stopping');
  log.beginStop();
  // The connections tell when all calls are answered. `tryShutdown` of gRPC does not wait for those that it was handed.
  await ports.drain(STOP_GRACE_MS);
  log.close();
  ports.closeMetrics();
  logger.info({ position: log.head }, 'event store stopped');
}
