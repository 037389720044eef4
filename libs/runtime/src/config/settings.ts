import { readFileSync } from 'node:fs';
import { YES_NO, matching, oneOf, wholeNumber } from '#kernel';
import {
  DATABASE_ADDRESS,
  ENCRYPTED_OR_LOOPBACK,
  ISSUER_OF_ITS_OWN,
  MADE_BY_CHANCE,
  MODES,
  PASSWORD_OF_ITS_OWN,
  PRODUCTION,
  WEB_ADDRESS,
  bytes,
  exactText,
  notIn,
  separatedByCommas,
} from './setting-rules.js';
import { FromEnvironment } from './setting.decorator.js';

const MILLISECONDS = { en: 'milliseconds', id: 'milidetik' };
const CLAIM = { en: 'the exact text of the claim', id: 'teks klaim yang persis' };
const TEXT = { en: 'text', id: 'teks' };

const HOST = matching({
  name: 'host',
  words: { en: 'an IP address or a host name', id: 'alamat IP atau nama host' },
  pattern: /^[A-Za-z0-9.:-]{1,253}$/,
});
const LOG_ADDRESS = matching({
  name: 'logAddress',
  words: {
    en: 'esdb://… or esdb+discover://…, such as esdb://127.0.0.1:2113?tls=false',
    id: 'esdb://… atau esdb+discover://…, misalnya esdb://127.0.0.1:2113?tls=false',
  },
  pattern: /^esdb(\+discover)?:\/\/\S+$/,
});
const KEY_STORE_ADDRESS = matching({
  name: 'keyStoreAddress',
  words: {
    en: 'file:///… for a folder of this machine, or http(s)://… of a key store',
    id: 'file:///… untuk folder di mesin ini, atau http(s)://… dari key store',
  },
  pattern: /^(file:\/\/\/|https?:\/\/)\S+$/,
});
const PATH = exactText({ en: 'a path', id: 'path' }, 1000);
const BROKER = matching({
  name: 'broker',
  words: { en: 'host:port', id: 'host:port' },
  pattern: /^[A-Za-z0-9.-]+:\d{1,5}$/,
});
const CLIENT_ID = matching({
  name: 'clientId',
  words: {
    en: '1 to 100 letters, digits, dots and dashes',
    id: '1 sampai 100 huruf, angka, titik dan strip',
  },
  pattern: /^[A-Za-z0-9.-]{1,100}$/,
});

/** Shared by two programs. */
const PROGRAM_TOKEN = { holds: bytes(32, 64), inProduction: MADE_BY_CHANCE, secret: true };

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const NODE_ENV = {
  description: 'With `production`, placeholders and whatever else is for development are refused',
  holds: oneOf(MODES),
  default: 'development',
};

/** What an installation is for. */
export class InstallationConfig {
  @FromEnvironment('NODE_ENV', NODE_ENV)
  readonly nodeEnv!: string;
}

/** Read by what must never run in production. */
export class DevelopmentConfig {
  @FromEnvironment('NODE_ENV', {
    ...NODE_ENV,
    inProduction: notIn(PRODUCTION, {
      en: 'anything else: npm start and the issuer that gives tokens to anyone are for development',
      id: 'nilai lain: npm start dan penerbit token untuk siapa saja hanya untuk pengembangan',
    }),
  })
  readonly nodeEnv!: string;
}

/** What every app says about itself. */
export class LogConfig {
  @FromEnvironment('LOG_LEVEL', {
    description: 'How much is logged',
    holds: oneOf(LOG_LEVELS),
    default: 'info',
  })
  readonly level!: (typeof LOG_LEVELS)[number];
}

/** Where an app listens. Every app does: those without a public API serve health and metrics. */
export class HttpConfig {
  @FromEnvironment('HOST', {
    description: 'Address to listen on; 0.0.0.0 in a container',
    holds: HOST,
    default: '127.0.0.1',
  })
  readonly host!: string;

  @FromEnvironment('PORT', {
    description: 'Port to listen on; 0 takes a free one',
    holds: wholeNumber({ min: 0, max: 65_535, what: { en: 'a port', id: 'port' } }),
    default: '3000',
  })
  readonly port!: number;

  @FromEnvironment('BODY_LIMIT', {
    description: 'Largest request body in bytes',
    holds: wholeNumber({ min: 1024, max: 104_857_600, what: { en: 'bytes', id: 'byte' } }),
    default: '1048576',
  })
  readonly bodyLimit!: number;

  @FromEnvironment('REQUEST_TIMEOUT_MS', {
    description: 'How long a client may take to send a request, in milliseconds',
    holds: wholeNumber({ min: 1000, max: 600_000, what: MILLISECONDS }),
    default: '30000',
  })
  readonly requestTimeoutMs!: number;

  @FromEnvironment('SHUTDOWN_TIMEOUT_MS', {
    description:
      'How long requests and batches may go on after a stop was asked for, in milliseconds; the app ends 2 seconds later at the latest',
    holds: wholeNumber({ min: 0, max: 600_000, what: MILLISECONDS }),
    default: '10000',
  })
  readonly shutdownTimeoutMs!: number;

  @FromEnvironment('ALLOW_CLOCK_HEADER', {
    description:
      'Accept the header X-Lindung-Clock, which sets the time of a command. Demonstrations and tests only',
    holds: YES_NO,
    default: 'false',
    inProduction: notIn(true, { en: 'false', id: 'false' }),
  })
  readonly allowClockHeader!: boolean;
}

/** Whose tokens are believed (RFC 6750, RFC 7519). */
export class AuthConfig {
  @FromEnvironment('AUTH_ISSUER', {
    description: 'Issuer (`iss`) of the tokens',
    holds: exactText(CLAIM, 300),
    inProduction: ISSUER_OF_ITS_OWN,
  })
  readonly issuer!: string;

  @FromEnvironment('AUTH_AUDIENCE', {
    description: 'Audience (`aud`) that tokens must name',
    holds: exactText(CLAIM, 300),
  })
  readonly audience!: string;

  @FromEnvironment('AUTH_JWKS_URL', {
    description: 'Where the public keys of the issuer are (JWKS)',
    holds: WEB_ADDRESS,
    inProduction: ENCRYPTED_OR_LOOPBACK,
  })
  readonly jwksUrl!: string;

  @FromEnvironment('AUTH_JWKS_TIMEOUT_MS', {
    description: 'How long the issuer may take to answer with its keys, in milliseconds',
    holds: wholeNumber({ min: 100, max: 60_000, what: MILLISECONDS }),
    default: '5000',
  })
  readonly jwksTimeoutMs!: number;
}

/** The event log. */
export class EventStoreConfig {
  @FromEnvironment('EVENTSTORE_URL', {
    description: 'Connection string of the event log',
    holds: LOG_ADDRESS,
    inProduction: PASSWORD_OF_ITS_OWN,
  })
  readonly url!: string;

  @FromEnvironment('EVENTSTORE_APPEND_TIMEOUT_MS', {
    description: 'How long to wait for the log to confirm an append, in milliseconds',
    holds: wholeNumber({ min: 100, max: 120_000, what: MILLISECONDS }),
    default: '10000',
  })
  readonly appendTimeoutMs!: number;

  @FromEnvironment('EVENTSTORE_READ_TIMEOUT_MS', {
    description:
      'How long the log may keep a reader waiting, and a subscription until it has begun, in milliseconds',
    holds: wholeNumber({ min: 100, max: 120_000, what: MILLISECONDS }),
    default: '10000',
  })
  readonly readTimeoutMs!: number;
}

/** A password of a role of PostgreSQL: any characters, as they are. */
export const DATABASE_PASSWORD = {
  holds: exactText(TEXT, 500),
  inProduction: PASSWORD_OF_ITS_OWN,
  secret: true,
};

/** PostgreSQL: read models and checkpoints. */
export class PostgresConfig {
  @FromEnvironment('DATABASE_URL', {
    description: 'Connection string of PostgreSQL',
    holds: DATABASE_ADDRESS,
    inProduction: PASSWORD_OF_ITS_OWN,
    secret: true,
  })
  readonly url!: string;

  @FromEnvironment('DATABASE_PASSWORD', {
    ...DATABASE_PASSWORD,
    description: 'Password for it, as it is, instead of one in the address',
    optional: true,
  })
  readonly password?: string;

  @FromEnvironment('DATABASE_POOL_SIZE', {
    description: 'Most connections this app opens',
    holds: wholeNumber({ min: 1, max: 100 }),
    default: '10',
  })
  readonly poolSize!: number;

  @FromEnvironment('DATABASE_TIMEOUT_MS', {
    description:
      'How long PostgreSQL may take to connect, and for a statement that people wait for, in milliseconds',
    holds: wholeNumber({ min: 100, max: 600_000, what: MILLISECONDS }),
    default: '5000',
  })
  readonly timeoutMs!: number;
}

/** What opens the keys of persons; where they are kept nobody has it. Losing it loses every personal field in the log. */
export class KeyRingConfig {
  @FromEnvironment('LINDUNG_MASTER_KEY', {
    description: 'Encrypts the keys of persons; make one with `openssl rand -base64 32`',
    holds: bytes(32, 32),
    inProduction: MADE_BY_CHANCE,
    secret: true,
  })
  readonly masterKey!: Buffer;
}

/** Where the keys of persons are kept. */
export class KeyStoreConfig {
  @FromEnvironment('KEY_STORE_URL', {
    description: 'Where the keys of persons are',
    holds: KEY_STORE_ADDRESS,
  })
  readonly url!: string;

  @FromEnvironment('KEY_STORE_TOKEN', {
    description:
      'Tells the key store which program asks; needed unless the keys are in a folder of this machine',
    ...PROGRAM_TOKEN,
    optional: true,
  })
  readonly token?: Buffer;
}

/** What the key store itself reads. */
export class KeyStoreServerConfig {
  @FromEnvironment('KEY_STORE_DATA', {
    description: 'Folder of the keys: a disk of this machine, not one over a network',
    holds: PATH,
  })
  readonly directory!: string;

  @FromEnvironment('KEY_STORE_DESTROYED_LIST', {
    description:
      'File that lists which keys were destroyed, best on another disk; `destroyed.jsonl` in the folder of the keys',
    holds: PATH,
    optional: true,
  })
  readonly list?: string;
}

/** Which programs the key store answers. */
export class KeyStoreClientsConfig {
  @FromEnvironment('KEY_STORE_READER_TOKEN', {
    description: 'Token of programs that find keys: those that keep read models',
    ...PROGRAM_TOKEN,
  })
  readonly reader!: Buffer;

  @FromEnvironment('KEY_STORE_WRITER_TOKEN', {
    description: 'Token of programs that find and make keys: `command-api`, `process-manager`',
    ...PROGRAM_TOKEN,
  })
  readonly writer!: Buffer;

  @FromEnvironment('KEY_STORE_ERASER_TOKEN', {
    description: 'Token of whoever destroys keys: `lindung person erase`, `lindung keys …`',
    ...PROGRAM_TOKEN,
  })
  readonly eraser!: Buffer;
}

/** TLS of an app itself, where no proxy stands before it. */
export class TlsConfig {
  @FromEnvironment('TLS_CERT_FILE', {
    description: 'Certificate (PEM) to listen with; without one the app speaks plain HTTP',
    holds: PATH,
    optional: true,
  })
  readonly certFile?: string;

  @FromEnvironment('TLS_KEY_FILE', {
    description: 'Private key (PEM) of `TLS_CERT_FILE`',
    holds: PATH,
    optional: true,
  })
  readonly keyFile?: string;
}

/**
 * Certificate and key, read from their files; undefined where the app speaks plain HTTP.
 * @throws Error when only one of the two is named, or a file cannot be read
 */
export function tlsFiles({ certFile, keyFile }: TlsConfig): { cert: Buffer; key: Buffer } | undefined {
  if (certFile === undefined && keyFile === undefined) return undefined;
  if (certFile === undefined || keyFile === undefined)
    throw new Error('Cannot start: TLS_CERT_FILE and TLS_KEY_FILE are set together or not at all');
  return { cert: readFileSync(certFile), key: readFileSync(keyFile) };
}

/** What ids are made with. */
export class SecretsConfig {
  @FromEnvironment('LINDUNG_ID_SECRET', {
    description:
      'Makes participant ids from NIKs; must never change. Make one with `openssl rand -base64 32`',
    holds: bytes(32, 256),
    inProduction: MADE_BY_CHANCE,
    secret: true,
  })
  readonly idSecret!: Buffer;
}

/** Kafka, for the relay and those who listen to it. */
export class KafkaConfig {
  @FromEnvironment('KAFKA_BROKERS', {
    description: 'Brokers to start from; without any the relay is off',
    holds: separatedByCommas(BROKER),
    optional: true,
  })
  readonly brokers?: readonly string[];

  @FromEnvironment('KAFKA_CLIENT_ID', {
    description: 'Name of this app at the brokers',
    holds: CLIENT_ID,
    default: 'lindung',
  })
  readonly clientId!: string;

  @FromEnvironment('KAFKA_USERNAME', {
    description: 'User for SASL/SCRAM-SHA-512 over TLS; without one the connection is plain',
    holds: exactText(TEXT, 200),
    optional: true,
  })
  readonly username?: string;

  @FromEnvironment('KAFKA_PASSWORD', {
    description: 'Password for SASL/SCRAM-SHA-512',
    holds: exactText(TEXT, 200),
    optional: true,
    secret: true,
  })
  readonly password?: string;

  @FromEnvironment('KAFKA_REQUEST_TIMEOUT_MS', {
    description:
      'How long a broker may take to answer, in milliseconds; a publication may take three times as long',
    holds: wholeNumber({ min: 100, max: 300_000, what: MILLISECONDS }),
    default: '10000',
  })
  readonly requestTimeoutMs!: number;
}

/** How long queries wait for what was just written. */
export class QueryConfig {
  @FromEnvironment('QUERY_WAIT_MS', {
    description: 'How long a query with `?after=` waits for its read model, in milliseconds',
    holds: wholeNumber({ min: 0, max: 60_000, what: MILLISECONDS }),
    default: '5000',
  })
  readonly waitMs!: number;
}

/** How an app follows the log. */
export class FollowersConfig {
  @FromEnvironment('PROJECTION_RETRY_MS', {
    description: 'Pause before following the log again after an error, in milliseconds',
    holds: wholeNumber({ min: 100, max: 300_000, what: MILLISECONDS }),
    default: '2000',
  })
  readonly retryMs!: number;

  @FromEnvironment('PROJECTION_TIMEOUT_MS', {
    description: 'How long PostgreSQL may take for a statement of whoever follows the log, in milliseconds',
    holds: wholeNumber({ min: 100, max: 600_000, what: MILLISECONDS }),
    default: '30000',
  })
  readonly statementTimeoutMs!: number;
}
