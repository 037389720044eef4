import type { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Takes from an object stream whatever is at hand, at most `size` items at a time, and waits when there is nothing. While
 * more keeps coming it goes on gathering: who is far behind gets large batches, who is at the end gets each item at once.
 * Ends with the stream or when `signal` aborts; a stream error is thrown after what came before it was delivered.
 */
export async function* inBatches<Item>(
  source: Readable,
  size: number,
  signal: AbortSignal,
): AsyncGenerator<Item[]> {
  let failure: Error | undefined;
  let wake = () => {};
  let ended = false;
  const onReadable = () => wake();
  const onEnd = () => {
    ended = true;
    wake();
  };
  const onError = (error: Error) => {
    failure = error;
    wake();
  };
  source.on('readable', onReadable).on('end', onEnd).on('close', onEnd).on('error', onError);
  signal.addEventListener('abort', onEnd);
  try {
    while (!signal.aborted) {
      const batch: Item[] = [];
      while (take(source, batch, size) > 0 && batch.length < size && !signal.aborted) await nextTurn();
      if (batch.length > 0) {
        yield batch;
        continue;
      }
      if (failure) throw failure;
      if (ended) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    // The error listener stays: a stream may still report the cancellation that follows.
    signal.removeEventListener('abort', onEnd);
    source.off('readable', onReadable).off('end', onEnd).off('close', onEnd);
  }
}

/** Moves what is buffered into the batch; gives how many items that were. */
function take<Item>(source: Readable, batch: Item[], size: number): number {
  const before = batch.length;
  while (batch.length < size) {
    const item = source.read() as Item | null;
    if (item === null) break;
    batch.push(item);
  }
  return batch.length - before;
}
