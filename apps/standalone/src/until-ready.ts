import { setTimeout as wait } from 'node:timers/promises';
import type { RunningApp } from '#http';

const POLL_MS = 20;
const TIMEOUT_MS = 30_000;

/** So long a follower may fail before the others stop waiting for it. */
const PATIENCE_MS = 2_000;

interface Report {
  readonly checks: readonly { readonly name: string; readonly ok: boolean; readonly detail?: string }[];
}

/**
 * Waits until an app can do its work: its tables are made, its servers answer. A follower that fails is told of and not
 * waited for: it goes on trying, and everybody else can work.
 * @throws Error naming what is not ready in time
 */
export async function untilReady({ name, url }: RunningApp, say: (line: string) => void): Promise<void> {
  const began = performance.now();
  for (;;) {
    const response = await fetch(`${url}/health/ready`);
    if (response.ok) return;
    const report = (await response.json()) as Report;
    const missing = report.checks.filter(({ ok }) => !ok);
    const waited = performance.now() - began;
    if (waited > PATIENCE_MS && missing.every(({ detail }) => detail?.startsWith('failing'))) {
      for (const { name: what } of missing) say(`${what} fails and is tried again: see the log of ${name}.`);
      return;
    }
    if (waited > TIMEOUT_MS) throw new Error(`${name} is not ready: ${JSON.stringify(report)}`);
    await wait(POLL_MS);
  }
}
