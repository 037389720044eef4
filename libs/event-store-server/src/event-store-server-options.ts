import type { Logger } from 'pino';
import type { TlsOptions } from './security/exposure.js';

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
  /** Where the server reports what happens to it; nowhere unless told. */
  readonly logger?: Logger;
}
