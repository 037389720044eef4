import { startEventStoreServer } from '#event-store-server';
import { whyNoCertificates } from '../../event-store-server/test/operations/test-certificates.js';
import { type SecuredServer, startSecuredServer } from '../../event-store-server/test/secured-server.js';

/** Where Lindung's log is, and how to stop it. */
export interface RunningLog {
  /** For Lindung, which is an ordinary user there. */
  readonly connectionString: string;
  stop(): Promise<void>;
}

/** Who Lindung is in the log. */
export const LOG_USER = 'lindung';

/** The one who gives rights. */
export const LOG_ADMIN = 'boss';

/**
 * An empty log in memory as an installation has one: with TLS, an administrator, and Lindung as an ordinary user who has no
 * right but those that every user has.
 */
export function logWithUsers(): Promise<SecuredServer> {
  return startSecuredServer({ [LOG_ADMIN]: ['$admins'], [LOG_USER]: [] });
}

/** Said once in a process. */
let isTold = false;

/** The same, with the rights that Lindung needs; without TLS and users where no certificates can be made. */
export async function preparedLog(): Promise<RunningLog> {
  const reason = whyNoCertificates();
  if (reason !== undefined) {
    if (!isTold) process.stdout.write(`The event logs of specs have no users: ${reason}\n`);
    isTold = true;
    return startEventStoreServer({ port: 0, mem: true });
  }
  const server = await logWithUsers();
  await server.letReadAll(LOG_ADMIN, LOG_USER);
  return { connectionString: server.connectionString(LOG_USER), stop: () => server.stop() };
}
