import { setImmediate as letOthersHaveATurn } from 'node:timers/promises';
import type { LineFault } from './csv-file.js';

const AT_ONCE = 32;

/**
 * Of lines that each ask or append to streams of their own. The log and the store of keys wait for the disk once for all that is
 * under way: with fewer, most of the time would be spent waiting.
 */
export const LINES_TOGETHER = 128;

const PROGRESS_EVERY = 100;

/** How many lines of a list are done with. */
export interface LinesProgress {
  readonly done: number;
  readonly of: number;
}

/** Who waits for a list. */
export interface Listening {
  readonly onProgress?: (progress: LinesProgress) => void;
  /** When it aborts no further line is begun. */
  readonly listener?: AbortSignal;
}

interface Taking extends Listening {
  /** Lines that are taken at the same time; 32. */
  readonly atOnce?: number;
}

/**
 * Takes line after line, some of them at the same time; each once, and begun in their order.
 * @param take takes one line; says why not, where it cannot be taken
 * @param progress where the list stands before the first line
 * @returns those that could not be taken, by line
 * @throws what `take` throws, or the reason of `listener`; then no further line is begun
 */
export async function takeLines<Line extends { readonly line: number }, Fault extends LineFault>(
  lines: Iterable<Line>,
  take: (line: Line) => Promise<Fault | undefined>,
  { done: doneBefore, of }: LinesProgress,
  { onProgress, listener, atOnce = AT_ONCE }: Taking,
): Promise<(Fault & { readonly line: number })[]> {
  // All workers take from the one generator: a worker that fails ends it for the others as well.
  const waiting = oneByOne(lines);
  const faults: (Fault & { readonly line: number })[] = [];
  let done = doneBefore;
  onProgress?.({ done, of });
  const work = async () => {
    for (const line of waiting) {
      listener?.throwIfAborted();
      const fault = await take(line);
      if (fault) {
        faults.push({ line: line.line, ...fault });
        // Such a line may have waited for nothing: many of them would hold up the process.
        await letOthersHaveATurn();
      }
      done++;
      if (done % PROGRESS_EVERY === 0 || done === of) onProgress?.({ done, of });
    }
  };
  const finished = await Promise.allSettled(Array.from({ length: atOnce }, work));
  for (const one of finished) if (one.status === 'rejected') throw one.reason;
  return faults.sort(byLine);
}

/** Of what is about lines of a list: the first line comes first. */
export const byLine = (a: { readonly line: number }, b: { readonly line: number }): number => a.line - b.line;

/** An array goes on where its reader fails; a generator ends. */
function* oneByOne<Line>(lines: Iterable<Line>): Generator<Line> {
  yield* lines;
}
