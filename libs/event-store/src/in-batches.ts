import type { Readable } from 'node:stream';

/**
 * Takes from an object stream whatever is buffered, at most `size` items at a time, and waits when there is nothing.
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
      for (let item: Item | null; batch.length < size && (item = source.read() as Item | null) !== null;)
        batch.push(item);
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
