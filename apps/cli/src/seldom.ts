const BETWEEN_NEWS_MS = 2_000;

/** Says on standard error how far something is that takes long: not each time it is asked to, but now and then. */
export function seldom<Told extends readonly unknown[]>(
  words: (...told: Told) => string,
): (...told: Told) => void {
  let last = performance.now();
  return (...told) => {
    const now = performance.now();
    if (now - last < BETWEEN_NEWS_MS) return;
    last = now;
    process.stderr.write(`${words(...told)}\n`);
  };
}
