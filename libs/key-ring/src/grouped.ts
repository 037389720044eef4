interface Waiting<Value> {
  readonly resolve: (value: Value | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Gathers the keys that are asked for while a batch is under way, and asks for all of them together in the next one:
 * thousands of concurrent callers cost a few round trips.
 * A batch that fails rejects exactly the callers whose keys it held.
 */
export function grouped<Value>(
  fetch: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
  largestBatch: number,
): (key: string) => Promise<Value | undefined> {
  const waiting = new Map<string, Waiting<Value>[]>();
  let working = false;

  async function work(): Promise<void> {
    while (waiting.size > 0) {
      const batch = [...waiting].slice(0, largestBatch);
      for (const [key] of batch) waiting.delete(key);
      try {
        const found = await fetch(batch.map(([key]) => key));
        for (const [key, callers] of batch) for (const { resolve } of callers) resolve(found.get(key));
      } catch (error) {
        for (const [, callers] of batch) for (const { reject } of callers) reject(error);
      }
    }
    working = false;
  }

  return (key) =>
    new Promise((resolve, reject) => {
      waiting.set(key, [...(waiting.get(key) ?? []), { resolve, reject }]);
      if (working) return;
      working = true;
      // Callers of the same tick share the first batch too.
      queueMicrotask(() => void work());
    });
}
