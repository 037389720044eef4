import { type Socket, connect, isIP } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { connect as connectEncrypted } from 'node:tls';
import { type ISocketFactory, Kafka, logLevel } from 'kafkajs';
import { type KafkaOptions, LEAVE_WITHIN_MS, RETRY, inTime, limitsOf } from '../kafka-client.js';

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
 * kafkajs with our limits. Its own errors go to our log by message only: their other fields may hold what was sent. It keeps the
 * sockets and timers of a connection that did not come about, so the sockets are ours, and closing them ends its timers.
 */
export function kafkaConnection(options: KafkaOptions): KafkaConnection {
  const { brokers, clientId, credentials, ca, log } = options;
  const { connectTimeoutMs, requestTimeoutMs } = limitsOf(options);
  const ssl = ca === undefined ? true : { ca };
  const sockets = new Set<Socket>();
  let isLeft = false;
  const kafka = new Kafka({
    brokers: [...brokers],
    clientId,
    connectionTimeout: connectTimeoutMs,
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
    inTime: (work, until) => inTime(options, work, until),
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
