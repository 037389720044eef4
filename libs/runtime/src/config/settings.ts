import {
  ArrayNotEmpty,
  IsBoolean,
  IsIn,
  IsInt,
  IsInstance,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { ByteLength } from './byte-length.decorator.js';
import { FromEnvironment } from './setting.decorator.js';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** What every process says about itself. */
export class LogConfig {
  @FromEnvironment('LOG_LEVEL', {
    description: 'How much is logged',
    allowed: LOG_LEVELS.join(', '),
    default: 'info',
  })
  @IsIn(LOG_LEVELS)
  readonly level!: (typeof LOG_LEVELS)[number];
}

/** Where a process listens. Every process does: those without a public API serve health and metrics. */
export class HttpConfig {
  @FromEnvironment('HOST', {
    description: 'Address to listen on; 0.0.0.0 in a container',
    allowed: 'an IP address or a host name',
    default: '127.0.0.1',
  })
  @Matches(/^[A-Za-z0-9.:-]{1,253}$/)
  readonly host!: string;

  @FromEnvironment('PORT', {
    description: 'Port to listen on; 0 takes a free one',
    allowed: 'a port, 0 to 65535',
    type: 'integer',
    default: '3000',
  })
  @IsInt()
  @Min(0)
  @Max(65_535)
  readonly port!: number;

  @FromEnvironment('BODY_LIMIT', {
    description: 'Largest request body in bytes',
    allowed: '1024 to 104857600',
    type: 'integer',
    default: '1048576',
  })
  @IsInt()
  @Min(1024)
  @Max(104_857_600)
  readonly bodyLimit!: number;

  @FromEnvironment('REQUEST_TIMEOUT_MS', {
    description: 'How long a client may take to send a request, in milliseconds',
    allowed: '1000 to 600000',
    type: 'integer',
    default: '30000',
  })
  @IsInt()
  @Min(1000)
  @Max(600_000)
  readonly requestTimeoutMs!: number;

  @FromEnvironment('SHUTDOWN_TIMEOUT_MS', {
    description: 'How long requests may go on after a stop was asked for, in milliseconds',
    allowed: '0 to 600000',
    type: 'integer',
    default: '10000',
  })
  @IsInt()
  @Min(0)
  @Max(600_000)
  readonly shutdownTimeoutMs!: number;

  @FromEnvironment('ALLOW_CLOCK_HEADER', {
    description:
      'Accept the header X-Lindung-Clock, which sets the time of a command. Demonstrations and tests only',
    allowed: 'true, false',
    type: 'boolean',
    default: 'false',
  })
  @IsBoolean()
  readonly allowClockHeader!: boolean;
}

/** Whose tokens are believed (RFC 6750, RFC 7519). */
export class AuthConfig {
  @FromEnvironment('AUTH_ISSUER', {
    description: 'Issuer (`iss`) of the tokens',
    allowed: 'the exact text of the claim, up to 300 characters',
  })
  @IsString()
  @MaxLength(300)
  readonly issuer!: string;

  @FromEnvironment('AUTH_AUDIENCE', {
    description: 'Audience (`aud`) that tokens must name',
    allowed: 'the exact text of the claim, up to 300 characters',
  })
  @IsString()
  @MaxLength(300)
  readonly audience!: string;

  @FromEnvironment('AUTH_JWKS_URL', {
    description: 'Where the public keys of the issuer are (JWKS)',
    allowed: 'an http or https URL',
  })
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  readonly jwksUrl!: string;
}

/** The event log. */
export class EventStoreConfig {
  @FromEnvironment('EVENTSTORE_URL', {
    description: 'Connection string of the event log',
    allowed: 'esdb://… or esdb+discover://…, such as esdb://127.0.0.1:2113?tls=false',
  })
  @Matches(/^esdb(\+discover)?:\/\/\S+$/)
  readonly url!: string;

  @FromEnvironment('EVENTSTORE_APPEND_TIMEOUT_MS', {
    description: 'How long to wait for the log to confirm an append, in milliseconds',
    allowed: '100 to 120000',
    type: 'integer',
    default: '10000',
  })
  @IsInt()
  @Min(100)
  @Max(120_000)
  readonly appendTimeoutMs!: number;
}

/** PostgreSQL: read models, checkpoints and the keys of persons. */
export class ReadStoreConfig {
  @FromEnvironment('DATABASE_URL', {
    description: 'Connection string of PostgreSQL',
    allowed: 'postgres://… or postgresql://…',
    secret: true,
  })
  @Matches(/^postgres(ql)?:\/\/\S+$/)
  readonly url!: string;

  @FromEnvironment('DATABASE_POOL_SIZE', {
    description: 'Most connections this process opens',
    allowed: '1 to 100',
    type: 'integer',
    default: '10',
  })
  @IsInt()
  @Min(1)
  @Max(100)
  readonly poolSize!: number;
}

/** What opens the keys of persons. Losing it loses every personal field in the log. */
export class KeyRingConfig {
  @FromEnvironment('LINDUNG_MASTER_KEY', {
    description: 'Encrypts the keys of persons; make one with `openssl rand -base64 32`',
    allowed: '32 bytes in base64',
    type: 'bytes',
    secret: true,
  })
  @IsInstance(Buffer)
  @ByteLength(32, 32)
  readonly masterKey!: Buffer;
}

/** What ids are made with. */
export class SecretsConfig {
  @FromEnvironment('LINDUNG_ID_SECRET', {
    description:
      'Makes participant ids from NIKs; must never change. Make one with `openssl rand -base64 32`',
    allowed: '32 to 256 bytes in base64',
    type: 'bytes',
    secret: true,
  })
  @IsInstance(Buffer)
  @ByteLength(32, 256)
  readonly idSecret!: Buffer;
}

/** Kafka, for the relay and those who listen to it. */
export class KafkaConfig {
  @FromEnvironment('KAFKA_BROKERS', {
    description: 'Brokers to start from; without any the relay is off',
    allowed: 'host:port, separated by commas',
    type: 'list',
    optional: true,
  })
  @IsOptional()
  @ArrayNotEmpty()
  @Matches(/^[A-Za-z0-9.-]+:\d{1,5}$/, { each: true })
  readonly brokers?: readonly string[];

  @FromEnvironment('KAFKA_CLIENT_ID', {
    description: 'Name of this process at the brokers',
    allowed: '1 to 100 letters, digits, dots and dashes',
    default: 'lindung',
  })
  @Matches(/^[A-Za-z0-9.-]{1,100}$/)
  readonly clientId!: string;

  @FromEnvironment('KAFKA_USERNAME', {
    description: 'User for SASL/SCRAM-SHA-512 over TLS; without one the connection is plain',
    allowed: 'up to 200 characters',
    optional: true,
  })
  @IsOptional()
  @MinLength(1)
  @MaxLength(200)
  readonly username?: string;

  @FromEnvironment('KAFKA_PASSWORD', {
    description: 'Password for SASL/SCRAM-SHA-512',
    allowed: 'up to 200 characters',
    optional: true,
    secret: true,
  })
  @IsOptional()
  @MinLength(1)
  @MaxLength(200)
  readonly password?: string;
}

/** How long queries wait for what was just written. */
export class QueryConfig {
  @FromEnvironment('QUERY_WAIT_MS', {
    description: 'How long a query with `?after=` waits for its read model, in milliseconds',
    allowed: '0 to 60000',
    type: 'integer',
    default: '5000',
  })
  @IsInt()
  @Min(0)
  @Max(60_000)
  readonly waitMs!: number;
}

/** How a process follows the log. */
export class ProjectionConfig {
  @FromEnvironment('PROJECTION_RETRY_MS', {
    description: 'Pause before following the log again after an error, in milliseconds',
    allowed: '100 to 300000',
    type: 'integer',
    default: '2000',
  })
  @IsInt()
  @Min(100)
  @Max(300_000)
  readonly retryMs!: number;
}
