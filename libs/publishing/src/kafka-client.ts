import { type Socket, connect, isIP } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { connect as connectEncrypted } from 'node:tls';
import { type ISocketFactory, Kafka, logLevel } from 'kafkajs';
import type { Logger } from '#kernel';
import type { Compression } from './compression.js';

export interface KafkaOptions {
  /** `host:port` of the brokers to start from. */
  readonly brokers: readonly string[];
  /** Name of this app at the brokers. */
  readonly clientId: string;
  /** SASL/SCRAM-SHA-512 over TLS; without it the connection is plain. */
  readonly credentials?: { readonly username: string; readonly password: string };
  /** The authority (PEM) that signed the certificates of the brokers; without one, those that Node knows. */
  readonly ca?: string;
  /** How long a request to a broker may take, and three times as long all that is asked for at once; 10 seconds. */
  readonly requestTimeoutMs?: number;
  /** How what is published is packed; not at all unless told. */
  readonly compression?: Compression;
  readonly log: Logger;
}

/** A client of Kafka whose connections can be cut. */
export interface KafkaConnection {
  readonly kafka: Kafka;
  /**
   * Does what takes one connection or several.
   * @throws Error when it takes too long, or when `until` aborts
   */
  inTime<Result>(work: Promise<Result>, until?: AbortSignal): Promise<Result>;
  /** Says good-bye, which a broker that does not answer is not waited for, and leaves no socket open. */
  leave(disconnect: () => Promise<void>): Promise<void>;
}

/**
 * Bounded, so that a broker that is gone is an error within seconds and a stop is never kept waiting; whoever publishes
 * or consumes tries again for as long as it takes.
 */
export const RETRY = { retries: 4, initialRetryTime: 100, maxRetryTime: 500 };

const [CONNECT_TIMEOUT_MS, REQUEST_TIMEOUT_MS, LEAVE_WITHIN_MS] = [3_000, 10_000, 500];

/** All that is asked for at once may take so many times the limit of a request. */
const REQUESTS_AT_ONCE = 3;

/**
 * kafkajs with our limits. Its own errors go to our log by message only: their other fields may hold what was sent. It keeps the
 * sockets and timers of a connection that did not come about, so the sockets are ours, and closing them ends its timers.
 */
export function kafkaConnection(options: KafkaOptions): KafkaConnection {
  const { brokers, clientId, credentials, ca, requestTimeoutMs = REQUEST_TIMEOUT_MS, log } = options;
  const ssl = ca === undefined ? true : { ca };
  const sockets = new Set<Socket>();
  let isLeft = false;
  const kafka = new Kafka({
    brokers: [...brokers],
    clientId,
    connectionTimeout: Math.min(CONNECT_TIMEOUT_MS, requestTimeoutMs),
    requestTimeout: requestTimeoutMs,
    retry: RETRY,
    ...(credentials ? { ssl, sasl: { mechanism: 'scram-sha-512', ...credentials } } : {}),
    socketFactory: (wanted) => {
      if (isLeft) throw new Error('This connection to Kafka was left');
      const socket = openSocket(wanted);
      sockets.add(socket);
      return socket.once('close', () => sockets.delete(socket));
    },
    logLevel: logLevel.ERROR,
    logCreator:
      () =>
      ({ namespace, log: { message } }) => {
        if (!isLeft) log.warn({ kafka: namespace, reason: message }, 'Kafka has trouble');
      },
  });
  return {
    kafka,
    inTime: (work, until) => within(REQUESTS_AT_ONCE * requestTimeoutMs, work, until),
    leave: async (disconnect) => {
      isLeft = true;
      const gone = disconnect().catch(() => {});
      await Promise.race([gone, wait(LEAVE_WITHIN_MS, undefined, { ref: false })]);
      // With an error kafkajs gives up what it still waits for on them.
      for (const socket of sockets) socket.destroy(new Error('This connection to Kafka was left'));
    },
  };
}

const KEEP_ALIVE_MS = 60_000;

/** As kafkajs opens them. */
const openSocket: ISocketFactory = ({ host, port, ssl, onConnect }) => {
  const servername = isIP(host) === 0 ? { servername: host } : {};
  const encrypted = Boolean(ssl);
  const socket = encrypted
    ? connectEncrypted({ host, port, ...servername, ...ssl }, onConnect)
    : connect({ host, port }, onConnect);
  return guarded(socket.setKeepAlive(true, KEEP_ALIVE_MS));
};

/** kafkajs throws at bytes that are none of Kafka's, where nobody could catch it: the process would end. */
function guarded(socket: Socket): Socket {
  const on = socket.on.bind(socket);
  const catching = (name: string, listener: (...given: unknown[]) => void) =>
    on(name, (...given: unknown[]) => {
      try {
        listener(...given);
      } catch (error) {
        socket.destroy(error as Error);
      }
    });
  return Object.assign(socket, { on: catching });
}

async function within<Result>(ms: number, work: Promise<Result>, until?: AbortSignal): Promise<Result> {
  const ended = new AbortController();
  const signal = until ? AbortSignal.any([until, ended.signal]) : ended.signal;
  const tooLate = wait(ms, undefined, { signal }).then(
    () => Promise.reject(new Error(`no answer within ${ms} ms`)),
    () => Promise.reject(new Error('told to stop')),
  );
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    ended.abort();
  }
}

/** None of the brokers answered as it should. The message names them and says what to look at. */
export class BrokersUnavailable extends Error {
  override readonly name = 'BrokersUnavailable';

  constructor(brokers: readonly string[], doing: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : 'no reason given';
    super(`Cannot ${doing}: Kafka at ${brokers.join(', ')} does not answer as it should (${reason})`, {
      cause,
    });
  }
}
