import fc from 'fast-check';
import type { Context } from '#runtime';
import { Explorer } from './explorer.js';
import { commandRoutes } from './routes.js';
import { oldLogs } from './old-logs.js';
import { smallestFailing } from './smallest-failing.js';
import { NotApplicable, type OldStream, type Happening, type World } from './world.js';

/** Requests of one run, unless said otherwise: a path of a failure is one of this length. */
export const STEPS = 750;

export interface Runs {
  readonly seed: number;
  readonly runs: number;
  readonly steps?: number;
  /** Of a failure that is looked at again: that run alone. */
  readonly path?: string;
}

/** When a run begins: in these years mostly, and anywhere in the calendar otherwise. */
const BEGINNINGS = fc.oneof(
  { weight: 6, arbitrary: between('2024-01-01', '2032-01-01') },
  { weight: 1, arbitrary: between('1900-01-02', '2200-12-01') },
);

function between(first: string, last: string): fc.Arbitrary<Date> {
  return fc.date({ min: new Date(first), max: new Date(last), noInvalidDate: true });
}

/**
 * The property: whatever is accepted, everybody can apply. A run is a world of its own, in which somebody tries everything.
 * @throws Error with seed, path and the smallest sequence of requests that shows the failure
 */
export async function acceptedIsApplicable(
  world: World,
  contexts: readonly Context[],
  runs: Runs,
): Promise<void> {
  const routes = commandRoutes(contexts);
  const steps = fc.array(fc.noShrink(fc.noBias(fc.nat())), {
    minLength: runs.steps ?? STEPS,
    maxLength: runs.steps ?? STEPS,
  });
  const property = fc.asyncProperty(BEGINNINGS, oldLogs(contexts), steps, async (beginning, old, seeds) => {
    const explorer = new Explorer(world, routes, beginning.getTime());
    try {
      await world.begin(old);
      for (const seed of seeds) await explorer.step(seed);
      await world.rebuild();
    } catch (error) {
      throw await toldBySmallest(world, old, explorer.happened, error);
    }
  });
  const {
    seed,
    counterexamplePath: path,
    errorInstance,
  } = await fc.check(property, {
    seed: runs.seed,
    numRuns: runs.runs,
    path: runs.path,
    endOnFailure: true,
  });
  if (errorInstance instanceof Error) {
    throw new Error(`Seed ${seed}, path ${path}: ${errorInstance.message}`, { cause: errorInstance });
  }
}

function told(happening: Happening): string {
  if ('erased' in happening) return `lindung person erase ${happening.erased}`;
  const { method, url, headers, body = '' } = happening;
  return `${method} ${url} ${JSON.stringify(headers)} ${body}`;
}

async function toldBySmallest(
  world: World,
  old: readonly OldStream[],
  sent: readonly Happening[],
  error: unknown,
): Promise<Error> {
  const withoutOld = old.length > 0 && (await fails(world, [], sent));
  const before = withoutOld ? [] : old;
  const smallest = await smallestFailing(sent, (fewer) => fails(world, before, fewer));
  const lines = smallest.map(told);
  const message = error instanceof Error ? error.message : String(error);
  return new Error(
    `${message}\n\n${before.length > 0 ? `On a log of earlier releases: ${before.map(({ streamId, events }) => `${streamId} (${events.length})`).join(', ')}.\n` : ''}The smallest sequence that fails:\n${lines.join('\n')}`,
    { cause: error },
  );
}

async function fails(world: World, old: readonly OldStream[], sent: readonly Happening[]): Promise<boolean> {
  try {
    await world.begin(old);
    for (const one of sent) await world.happen(one);
    await world.rebuild();
    return false;
  } catch (error) {
    return error instanceof NotApplicable;
  }
}
