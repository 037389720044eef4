import { setTimeout as wait } from 'node:timers/promises';
import { formatRupiah } from '#kernel';

/** A step came out otherwise than the law and the scenario say. */
export class StoryBroken extends Error {
  override readonly name = 'StoryBroken';
}

/** Compares plain JSON values. @throws StoryBroken naming what was expected and what came */
export function expectThat(what: string, actual: unknown, expected: unknown): void {
  const [came, wanted] = [asText(actual), asText(expected)];
  if (came !== wanted) throw new StoryBroken(`${what}: expected ${wanted}, but it is ${came}`);
}

/** The same text for the same value, in whatever order its members stand. */
function asText(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** @throws StoryBroken when the amount is another one */
export function expectAmount(what: string, actual: number, expected: number): void {
  if (actual === expected) return;
  throw new StoryBroken(`${what}: expected Rp${formatRupiah(expected)}, but it is Rp${formatRupiah(actual)}`);
}

const POLL_MS = 25;
const TIMEOUT_MS = 15_000;

/**
 * Asks until the answer is there: what a process does about an event comes a moment later.
 * @throws StoryBroken when it does not come in time
 */
export async function eventually<Answer>(
  what: string,
  ask: () => Promise<Answer | undefined>,
): Promise<Answer> {
  const deadline = performance.now() + TIMEOUT_MS;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > deadline) throw new StoryBroken(`Waited in vain until ${what}`);
    await wait(POLL_MS);
  }
}
