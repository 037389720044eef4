import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The kernel counts CPU in hundredths of a second. */
const MS_PER_TICK = 10;

/**
 * CPU of the PostgreSQL of a standalone with all its sessions since it started, ms; of those that have ended too. Zero where
 * the system does not tell it as Linux does.
 */
export function cpuMsOfPostgres(dataDir: string): number {
  const [pid = ''] = readFileSync(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n');
  if (!existsSync(`/proc/${pid}/stat`)) return 0;
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statOf(name) ?? []);
  const postmaster = processes.find((one) => one.pid === pid);
  const sessions = processes.filter(({ parent }) => parent === pid).map(({ own }) => own);
  const ticks = sessions.reduce((sum, own) => sum + own, (postmaster?.own ?? 0) + (postmaster?.ended ?? 0));
  return ticks * MS_PER_TICK;
}

/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html; the name of the program may hold blanks. */
function statOf(pid: string) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15).map(Number);
    return { pid, parent: fields[1], own: user + system, ended: endedUser + endedSystem };
  } catch {
    // It has ended since.
    return undefined;
  }
}
