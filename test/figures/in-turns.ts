/** So many requests are under way at a time. */
const AT_ONCE = 24;

/** Does something for each number below a count, some at a time. @throws what the first that failed threw */
export async function inTurns(count: number, work: (nth: number) => Promise<unknown>): Promise<void> {
  const waiting = Array.from({ length: count }, (_, nth) => nth).values();
  const worker = async () => {
    for (const nth of waiting) await work(nth);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
