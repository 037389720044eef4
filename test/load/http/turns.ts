import type { Row } from '../report.js';
import type { Contender } from './contenders.js';
import type { StandaloneProcess } from './standalone.js';

/** A row, and what the standalone spent on it. */
export interface Measured extends Row {
  /** CPU of the standalone for each, with all that followed from it, in microseconds: ours and beside the ceiling. */
  readonly cpuMicros: readonly [number, number];
}

/** Long enough for followers of the log to weigh on a turn, short enough for many. */
const TURN_MS = 1000;

/** How often each is done before anything counts, so that V8 has compiled what is hot; for this many turns at most. */
const [WARM_UP, WARM_UP_TURNS] = [3000, 15];

/** Lets both take turns when they are warm, each from rest; the medians count. */
export async function measure(
  name: string,
  workers: number,
  [ours, ceiling]: readonly [Contender, Contender],
  seconds: number,
  standalone: Pick<StandaloneProcess, 'settle' | 'usage'>,
): Promise<Measured> {
  const turnMs = Math.min(TURN_MS, seconds * 1000);
  const rates: [number[], number[]] = [[], []];
  const [spent, done] = [
    [0, 0],
    [0, 0],
  ];
  const turns = Math.max(1, Math.round((seconds * 1000) / turnMs));
  await warmUp([ours, ceiling], workers, turnMs);
  for (let turn = 0; turn < turns; turn++) {
    for (const [side, contender] of [ours, ceiling].entries()) {
      await contender.prepare?.();
      await standalone.settle();
      const before = await standalone.usage();
      const { count, perSecond } = await takeTurn(contender, workers, turnMs);
      await standalone.settle();
      rates[side]!.push(perSecond);
      spent[side]! += (await standalone.usage()).cpuMs - before.cpuMs;
      done[side]! += count;
    }
  }
  await Promise.all([ours.leave(), ceiling.leave()]);
  const [perSecond, ceilingPerSecond] = [median(rates[0]), median(rates[1])];
  return {
    name,
    perSecond: Math.round(perSecond),
    ceilingPerSecond: Math.round(ceilingPerSecond),
    ratio: Number((perSecond / ceilingPerSecond).toFixed(3)),
    cpuMicros: [Math.round((spent[0]! * 1000) / done[0]!), Math.round((spent[1]! * 1000) / done[1]!)],
  };
}

async function warmUp(contenders: readonly Contender[], workers: number, turnMs: number): Promise<void> {
  for (const contender of contenders) {
    let done = 0;
    for (let turn = 0; turn < WARM_UP_TURNS && done < WARM_UP; turn++) {
      await contender.prepare?.();
      done += (await takeTurn(contender, workers, turnMs)).count;
    }
  }
}

/** How often it was done. */
async function takeTurn(
  contender: Contender,
  workers: number,
  turnMs: number,
): Promise<{ count: number; perSecond: number }> {
  const start = performance.now();
  let count = 0;
  await Promise.all(
    Array.from({ length: workers }, async (_, worker) => {
      while (performance.now() < start + turnMs) {
        await contender.once(worker);
        count++;
      }
    }),
  );
  return { count, perSecond: count / ((performance.now() - start) / 1000) };
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The smallest value that this share of them does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
