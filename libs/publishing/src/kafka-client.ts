import { Kafka, logLevel } from 'kafkajs';
import type { Logger } from '#kernel';

export interface KafkaOptions {
  /** `host:port` of the brokers to start from. */
  readonly brokers: readonly string[];
  /** Name of this app at the brokers. */
  readonly clientId: string;
  /** SASL/SCRAM-SHA-512 over TLS; without it the connection is plain. */
  readonly credentials?: { readonly username: string; readonly password: string };
  readonly log: Logger;
}

/**
 * Bounded, so that a broker that is gone is an error within seconds and a stop is never kept waiting; whoever publishes
 * or consumes tries again for as long as it takes.
 */
export const RETRY = { retries: 4, initialRetryTime: 300, maxRetryTime: 5_000 };

/** kafkajs with our limits. Its own errors go to our log by message only: their other fields may hold what was sent. */
export function kafkaClient({ brokers, clientId, credentials, log }: KafkaOptions): Kafka {
  return new Kafka({
    brokers: [...brokers],
    clientId,
    connectionTimeout: 3_000,
    requestTimeout: 10_000,
    retry: RETRY,
    ...(credentials ? { ssl: true, sasl: { mechanism: 'scram-sha-512', ...credentials } } : {}),
    logLevel: logLevel.ERROR,
    logCreator:
      () =>
      ({ namespace, log: { message } }) =>
        log.warn({ kafka: namespace, reason: message }, 'Kafka has trouble'),
  });
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
