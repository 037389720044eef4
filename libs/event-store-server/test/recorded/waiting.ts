import { setTimeout as wait } from 'node:timers/promises';
import type { Told } from './stage.js';

const POLL_MS = 5;
/** So long nothing may come before somebody counts as silent. */
const QUIET_MS = 60;

/** Waits until a condition holds, but not for ever: what is missing then shows in the answer. */
export async function until(condition: () => boolean | Promise<boolean>, longestMs: number): Promise<void> {
  const deadline = performance.now() + longestMs;
  while (!(await condition()) && performance.now() < deadline) await wait(POLL_MS);
}

/** Waits until as much was told as was recorded, and then until nothing more has come for a while. */
export async function toldAll(told: Told, count: number, longestMs: number): Promise<void> {
  await until(() => told.answers.length >= count, longestMs);
  await until(() => performance.now() - told.lastAt >= QUIET_MS, longestMs);
}
