import { setTimeout as wait } from 'node:timers/promises';
import type { RunningApp } from '#http';

const POLL_MS = 20;
const TIMEOUT_MS = 30_000;

/**
 * Waits until an app can do its work: its tables are made, its servers answer.
 * @throws Error naming what is not ready in time
 */
export async function untilReady({ name, url }: RunningApp): Promise<void> {
  const deadline = performance.now() + TIMEOUT_MS;
  for (;;) {
    const response = await fetch(`${url}/health/ready`);
    const report = await response.text();
    if (response.ok) return;
    if (performance.now() > deadline) throw new Error(`${name} is not ready: ${report}`);
    await wait(POLL_MS);
  }
}
