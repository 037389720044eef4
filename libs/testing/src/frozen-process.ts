import { readFile, readdir } from 'node:fs/promises';
import { eventually } from './eventually.js';

/** What stands in `/proc/<pid>/stat` after the name of the program, which may hold blanks and brackets: state, parent, group, …. */
async function statOf(path: string): Promise<string[]> {
  const text = await readFile(`/proc/${path}/stat`, 'utf8').catch(() => '');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

/** The processes of a group, as `spawn` makes one with `detached`: the program that was started and what it started. */
export async function processesOfGroup(group: number): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const groups = await Promise.all(pids.map(async (pid) => Number((await statOf(pid))[2])));
  return pids.filter((_, index) => groups[index] === group).map(Number);
}

/**
 * Freezes processes with SIGSTOP and waits until each of their threads stands still. The kernel takes a moment for that, longer on a
 * busy machine, in which a server still answers. Whoever freezes lets go on with {@link thaw}, whatever happens in between.
 */
export async function freeze(pids: readonly number[]): Promise<void> {
  for (const pid of pids) process.kill(pid, 'SIGSTOP');
  await eventually('they are frozen', async () => (await Promise.all(pids.map(standsStill))).every(Boolean));
}

/** Lets frozen processes go on. */
export function thaw(pids: readonly number[]): void {
  for (const pid of pids) process.kill(pid, 'SIGCONT');
}

async function standsStill(pid: number): Promise<boolean> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  const states = await Promise.all(threads.map(async (thread) => (await statOf(`${pid}/task/${thread}`))[0]));
  return !states.some((state) => /[RSD]/.test(state!));
}
