import type { Contender } from './contenders.js';

export interface Row {
  readonly name: string;
  readonly perSecond: number;
  readonly ceilingPerSecond: number;
  readonly ratio: number;
}

/** Long enough for followers of the log to weigh on a turn, short enough for many. */
const TURN_MS = 1000;

/** Lets both take turns after a warm-up, each from rest; the medians count. */
export async function measure(
  name: string,
  workers: number,
  [ours, ceiling]: readonly [Contender, Contender],
  seconds: number,
  settle: () => Promise<void>,
): Promise<Row> {
  const turnMs = Math.min(TURN_MS, seconds * 1000);
  const rates: [number[], number[]] = [[], []];
  const turns = Math.max(1, Math.round((seconds * 1000) / turnMs));
  for (let turn = -1; turn < turns; turn++) {
    for (const [side, contender] of [ours, ceiling].entries()) {
      await contender.prepare?.();
      await settle();
      const rate = await takeTurn(contender, workers, turnMs);
      if (turn >= 0) rates[side]!.push(rate);
    }
  }
  await Promise.all([ours.leave(), ceiling.leave()]);
  const [perSecond, ceilingPerSecond] = [median(rates[0]), median(rates[1])];
  return {
    name,
    perSecond: Math.round(perSecond),
    ceilingPerSecond: Math.round(ceilingPerSecond),
    ratio: Number((perSecond / ceilingPerSecond).toFixed(3)),
  };
}

/** How often a second it was done. */
async function takeTurn(contender: Contender, workers: number, turnMs: number): Promise<number> {
  const start = performance.now();
  let done = 0;
  await Promise.all(
    Array.from({ length: workers }, async (_, worker) => {
      while (performance.now() < start + turnMs) {
        await contender.once(worker);
        done++;
      }
    }),
  );
  return done / ((performance.now() - start) / 1000);
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The smallest value that this share of them does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
