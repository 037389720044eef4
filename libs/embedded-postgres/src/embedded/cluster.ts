import { randomBytes } from 'node:crypto';
import { chown, mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { errorCode } from './error-code.js';
import type { Account } from './account.js';
import type { Programs } from './binaries.js';
import { runToEnd } from './process.js';

/** The superuser of an embedded cluster. */
export const USER = 'lindung';

/** The random password of this cluster, made on first use and readable by its owner only. */
export async function passwordIn(file: string): Promise<string> {
  try {
    await writeFile(file, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
  const password = (await readFile(file, 'utf8')).trim();
  if (password === '')
    throw new Error(`${file} is empty: restore it, or remove the directory to start afresh`);
  return password;
}

export interface NewCluster {
  readonly clusterDir: string;
  readonly programs: Programs;
  readonly account: Account | undefined;
  readonly password: string;
  readonly durable: boolean;
}

/**
 * Makes the cluster unless it exists. It is made under another name and renamed when complete, so an interrupted
 * start leaves nothing half made behind.
 * @throws when it was made by another major version of PostgreSQL
 */
export async function makeCluster(cluster: NewCluster): Promise<void> {
  const { clusterDir, programs, account, durable } = cluster;
  const version = await versionOf(clusterDir);
  if (version !== undefined && version !== programs.majorVersion) {
    throw new Error(`${clusterDir} was made by PostgreSQL ${version}, this is ${programs.majorVersion}`);
  }
  if (version !== undefined) return;
  await removeUnfinished(clusterDir);
  const unfinished = `${clusterDir}.new-${process.pid}`;
  await mkdir(unfinished, { mode: 0o700 });
  if (account) await chown(unfinished, account.uid, account.gid);
  await withPasswordFile(cluster, (passwordFile) =>
    runToEnd({ program: programs.initdb, account, clusterDir: unfinished }, [
      `--username=${USER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      // Upper and lower case of every script, the same on every machine.
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ]),
  );
  await rename(unfinished, clusterDir);
}

/** The major version that made the cluster; undefined when there is none. */
async function versionOf(clusterDir: string): Promise<string | undefined> {
  try {
    return (await readFile(join(clusterDir, 'PG_VERSION'), 'utf8')).trim();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** What starts that were interrupted have left. */
async function removeUnfinished(clusterDir: string): Promise<void> {
  const prefix = `${basename(clusterDir)}.new-`;
  for (const name of await readdir(dirname(clusterDir))) {
    if (name.startsWith(prefix) && !isAlive(Number(name.slice(prefix.length)))) {
      await rm(join(dirname(clusterDir), name), { recursive: true, force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** The account may not be able to reach the directory of the real password file. */
async function withPasswordFile(
  { account, password }: NewCluster,
  use: (file: string) => Promise<void>,
): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'lindung-'));
  try {
    const file = join(directory, 'password');
    await writeFile(file, password, { mode: 0o600 });
    if (account) {
      await chown(file, account.uid, account.gid);
      await chown(directory, account.uid, account.gid);
    }
    await use(file);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
