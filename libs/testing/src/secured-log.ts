import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { grantRights } from '#event-store';
import { type EventStoreServerOptions, startEventStoreServer } from '#event-store-server';
import { whyNoCertificates } from '../../event-store-server/test/operations/test-certificates.js';
import { makeAccess, securedBy, securedWords } from '../../event-store-server/test/secured-server.js';
import { eventually } from './eventually.js';

/** Who Lindung is in the log: an ordinary user. */
export const LOG_USER = 'lindung';

/** An administrator of the log, who gives rights. */
export const LOG_ADMIN = 'boss';

export const LOG_USERS = { [LOG_ADMIN]: ['$admins'], [LOG_USER]: [] };

/** How an event store is started, and reached by Lindung. */
export interface LogAccess {
  readonly options: Pick<EventStoreServerOptions, 'tls' | 'usersFile'>;
  /** The same for the program. */
  readonly words: readonly string[];
  /** What Lindung connects with. */
  urlOn(port: number | string): string;
  /** Gives Lindung the rights that it needs, as soon as the event store is there. */
  prepare(port: number | string): Promise<void>;
}

/** For the programs of this machine, who need no name. */
export const OPEN_LOG: LogAccess = {
  options: {},
  words: [],
  urlOn: (port) => `esdb://127.0.0.1:${port}?tls=false`,
  prepare: async () => {},
};

/** Said once in a process. */
let isTold = false;

/**
 * As an installation has it: TLS, an administrator, and Lindung as an ordinary user. Where no certificates can be made, the
 * log is open, and that is said.
 * @param directory that exists
 */
export async function securedLog(directory: string): Promise<LogAccess> {
  const reason = whyNoCertificates();
  if (reason !== undefined) {
    if (!isTold) process.stdout.write(`The event logs of specs have no users: ${reason}\n`);
    isTold = true;
    return OPEN_LOG;
  }
  const access = await makeAccess(directory, LOG_USERS);
  const granted = (port: number | string) =>
    grantRights({
      admin: access.urlOf(port, LOG_ADMIN),
      user: LOG_USER,
      missing: ['read $all'],
      timeoutMs: 5_000,
    }).then(
      () => true,
      () => false,
    );
  return {
    options: securedBy(access),
    words: securedWords(access),
    urlOn: (port) => access.urlOf(port, LOG_USER),
    prepare: (port) => eventually('Lindung has its rights in the event log', () => granted(port)),
  };
}

/** An empty log in memory, secured so. */
export async function preparedLog(): Promise<{ readonly connectionString: string; stop(): Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), 'lindung-log-'));
  const access = await securedLog(directory);
  const server = await startEventStoreServer({ port: 0, mem: true, ...access.options });
  await access.prepare(server.port);
  return {
    connectionString: access.urlOn(server.port),
    stop: async () => {
      await server.stop();
      await rm(directory, { recursive: true });
    },
  };
}
