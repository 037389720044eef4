import { readFile, readlink, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { errorCode } from './error-code.js';

/** How long a PostgreSQL whose owner has died may take to finish. */
const GRACE_MS = 3_000;
const POLL_MS = 20;

/**
 * Makes way for a start. After a crash `postmaster.pid` may name a process that is gone (it is removed), a PostgreSQL that
 * is just stopping because its owner died (it is waited for), or by now a process that has nothing to do with it.
 * @throws when another process keeps PostgreSQL running on this cluster
 */
export async function makeWay(clusterDir: string, graceMs = GRACE_MS): Promise<void> {
  // Elsewhere PostgreSQL's own check has to do.
  if (process.platform !== 'linux') return;
  const file = join(clusterDir, 'postmaster.pid');
  for (let waitedMs = 0; ; waitedMs += POLL_MS) {
    const pid = await pidIn(file);
    if (pid === undefined) return;
    if (!(await worksIn(pid, clusterDir))) return rm(file, { force: true });
    if (waitedMs >= graceMs) {
      throw new Error(
        `PostgreSQL already runs on ${clusterDir} (process ${pid}): stop it, or choose another directory`,
      );
    }
    await wait(POLL_MS);
  }
}

async function pidIn(file: string): Promise<number | undefined> {
  try {
    const pid = Number((await readFile(file, 'utf8')).split('\n')[0]);
    return Number.isSafeInteger(pid) && pid > 0 ? pid : 0;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** A running PostgreSQL has its cluster as working directory. */
async function worksIn(pid: number, clusterDir: string): Promise<boolean> {
  try {
    return (await readlink(`/proc/${pid}/cwd`)) === (await realpath(clusterDir));
  } catch (error) {
    // Gone, or somebody else's: not the owner of this cluster.
    if (['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes(errorCode(error) ?? '')) return false;
    throw error;
  }
}
