import { isIP } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { BaseOptions } from '@platformatic/kafka';
import { type KafkaOptions, LEAVE_WITHIN_MS, RETRY, limitsOf } from '../kafka-client.js';

/** @platformatic/kafka with our limits. */
export function baseOptions(options: KafkaOptions): BaseOptions {
  const { brokers, clientId, credentials, ca } = options;
  const { connectTimeoutMs, requestTimeoutMs } = limitsOf(options);
  return {
    clientId,
    bootstrapBrokers: [...brokers],
    autocreateTopics: false,
    connectTimeout: connectTimeoutMs,
    requestTimeout: requestTimeoutMs,
    timeout: requestTimeoutMs,
    retries: RETRY.retries,
    retryDelay: (_client, _operation, attempt) =>
      Math.min(RETRY.initialRetryTime * 2 ** (attempt - 1), RETRY.maxRetryTime),
    ...(credentials
      ? {
          tls: ca === undefined ? {} : { ca },
          ...serverName(brokers),
          sasl: { mechanism: 'SCRAM-SHA-512', ...credentials },
        }
      : {}),
  };
}

/** Certificates of brokers that are named by their address name no other server. */
const serverName = (brokers: readonly string[]) =>
  brokers.some((broker) => isIP(broker.replace(/:\d+$/, '')) !== 0) ? {} : { tlsServerName: true };

/** A client that tells of its brokers. */
interface Telling {
  on(event: 'client:broker:failed', listener: (details: unknown) => void): unknown;
}

/** Tells our log of brokers that fail, by no more than that: what is wrong may hold what was sent. */
export function toldOfTrouble<Client extends Telling>(client: Client, { log }: KafkaOptions): Client {
  client.on('client:broker:failed', () => log.warn({ kafka: 'Connection' }, 'Kafka has trouble'));
  return client;
}

/** Closes a client, for as long as a good-bye may take. */
export async function left(close: () => Promise<void>): Promise<void> {
  const gone = close().catch(() => {});
  await Promise.race([gone, wait(LEAVE_WITHIN_MS, undefined, { ref: false })]);
}
