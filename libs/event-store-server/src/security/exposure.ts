import { createSecureContext } from 'node:tls';

/** Certificate and private key, as PEM. */
export interface TlsOptions {
  readonly cert: string | Buffer;
  readonly key: string | Buffer;
}

/** What decides who can reach the server, and as whom. */
export interface Exposure {
  readonly host: string;
  readonly hasTls: boolean;
  readonly hasUsers: boolean;
}

/**
 * Without encryption and users the store is for this machine alone.
 *
 * @throws Error when the server would be reachable for others without both, or would have users whom nobody can be
 */
export function assertSafe({ host, hasTls, hasUsers }: Exposure): void {
  if (!isLoopback(host) && !(hasTls && hasUsers)) {
    const missing = [...(hasTls ? [] : ['--cert and --key']), ...(hasUsers ? [] : ['--users'])].join(
      ', and ',
    );
    throw new Error(
      `refused to listen on ${host}: beyond this machine the event store needs TLS and users; give ${missing}, or listen on 127.0.0.1`,
    );
  }
  if (hasUsers && !hasTls) {
    throw new Error(
      'users need TLS: clients send no passwords over a connection that is not encrypted; give --cert and --key',
    );
  }
}

/**
 * Tries a certificate with its key before anything is opened.
 *
 * @throws Error when they are not PEM, or do not belong together
 */
export function assertUsable(tls: TlsOptions): void {
  try {
    createSecureContext(tls);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`the certificate and its key cannot be used: ${reason}`, { cause: error });
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}
