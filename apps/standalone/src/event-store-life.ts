import { setTimeout as wait } from 'node:timers/promises';
import type { EventStoreServer } from '#event-store-server';
import type { Mortal } from './revived.js';

const [LOOK_EVERY_MS, ANSWER_WITHIN_MS] = [2_000, 5_000];

/** A machine that is busy misses one. */
const MISSED = 3;

/** An event store of this process that says when it does not answer any more. */
export function withLife(server: EventStoreServer, lookEveryMs = LOOK_EVERY_MS): EventStoreServer & Mortal {
  const stopped = new AbortController();
  return {
    ...server,
    ended: untilSilent(server.port, lookEveryMs, stopped.signal),
    stop: async () => {
      stopped.abort();
      await server.stop();
    },
  };
}

async function untilSilent(port: number, everyMs: number, signal: AbortSignal): Promise<string> {
  for (let missed = 0; missed < MISSED;) {
    await wait(everyMs, undefined, { signal, ref: false }).catch(() => {});
    if (signal.aborted) return 'stopped';
    missed = (await answers(port)) ? 0 : missed + 1;
  }
  return `nothing answers on port ${port}`;
}

async function answers(port: number): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
    return (await fetch(`http://127.0.0.1:${port}/health/live`, { signal })).ok;
  } catch {
    return false;
  }
}
