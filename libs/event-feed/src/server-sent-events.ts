import { setTimeout as wait } from 'node:timers/promises';
import type { Told } from './read-feed.js';

/** So often a listener that nothing is told hears that the line is open; proxies cut lines that are silent for a minute. */
const SILENCE_MS = 15_000;

/** Before a listener asks again after the line was cut. */
const RETRY_MS = 2_000;

/**
 * What the log tells, as Server-Sent Events (HTML Standard, section 9.2). The id of an event is its position, and stands at the last of those
 * that stand at one position: whoever comes back with it as `Last-Event-ID` misses nothing and may hear one again.
 * Places that nothing is told of are passed on now and then, so that one who listens for something rare does not begin anew.
 */
export async function* serverSentEvents(
  told: AsyncGenerator<Told>,
  { silenceMs = SILENCE_MS }: { readonly silenceMs?: number } = {},
): AsyncGenerator<string> {
  yield `retry: ${RETRY_MS}\n\n`;
  let passed: bigint | undefined;
  let spokenAt = performance.now();
  let coming = told.next();
  // Whoever leaves before it comes does not wait for it.
  coming.catch(() => {});
  try {
    for (;;) {
      // Since something was said, not since something was looked through: much may be, of which nothing is told.
      const left = spokenAt + silenceMs - performance.now();
      const silence = new AbortController();
      const outcome = left > 0 ? await Promise.race([coming, silent(left, silence.signal)]) : 'silent';
      silence.abort();
      if (outcome === 'silent') {
        yield passed === undefined ? ':\n\n' : `id: ${passed}\n:\n\n`;
        spokenAt = performance.now();
        continue;
      }
      if (outcome.done) return;
      const { position, events } = outcome.value;
      for (const [index, event] of events.entries()) {
        const id = index === events.length - 1 ? `id: ${position}\n` : '';
        yield `${id}event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
      }
      if (events.length > 0) spokenAt = performance.now();
      passed = position;
      coming = told.next();
      coming.catch(() => {});
    }
  } finally {
    void told.return(undefined);
  }
}

const silent = (ms: number, signal: AbortSignal): Promise<'silent'> =>
  wait(ms, 'silent' as const, { signal }).catch(() => 'silent');
