import { readFileSync } from 'node:fs';
import { YES_NO, matching, wholeNumber } from '#kernel';
import {
  ENCRYPTED_OR_LOOPBACK,
  ISSUER_OF_ITS_OWN,
  MILLISECONDS,
  PATH,
  WEB_ADDRESS,
  exactText,
  notIn,
} from './setting-rules.js';
import { FromEnvironment } from './setting.decorator.js';

const CLAIM = { en: 'the exact text of the claim', id: 'teks klaim yang persis' };

const HOST = matching({
  name: 'host',
  words: { en: 'an IP address or a host name', id: 'alamat IP atau nama host' },
  pattern: /^[A-Za-z0-9.:-]{1,253}$/,
});

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
