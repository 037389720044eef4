import { setTimeout as wait } from 'node:timers/promises';

const POLL_MS = 5;

/**
 * Waits until a condition holds, looking every few milliseconds. Use it where there is no position to wait for. The time limit is for
 * what never comes: a machine may be slow, and no test expects that it is fast.
 * @throws with `what` when it does not hold in time
 */
export async function eventually(
  what: string,
  condition: () => boolean | Promise<boolean>,
  timeoutMs = 150_000,
): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`Waited ${timeoutMs} ms in vain until ${what}`);
    await wait(POLL_MS);
  }
}
