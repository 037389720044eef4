import fc from 'fast-check';
import type { Act, Chance } from './chance.js';
import {
  type Booked,
  closingsChangeNothing,
  coverFollowsFromTheLog,
  mergedAndSplitIsNothing,
  monthsArePaidOnce,
  reportsCountWhoIsCovered,
} from './holds.js';
import { peopleRegistered } from './people.js';
import { ACTS } from './person-acts.js';
import type { PersonWorld } from './person-world.js';

export type Acts = Readonly<Record<string, Act>>;

interface Step extends Chance {
  readonly act: string;
}

/** What happens most comes most: else nobody is ever covered. */
const OFTEN: Readonly<Record<string, number>> = {
  pay: 8,
  timePasses: 6,
  villagePays: 3,
  join: 4,
  leave: 3,
  undoLeaving: 3,
  report: 5,
  payEmployer: 5,
  employersPaymentBounces: 5,
  confirm: 2,
};

const stepsOf = (acts: Acts): fc.Arbitrary<Step> =>
  fc.record({
    act: fc.constantFrom(...Object.keys(acts).flatMap((name) => Array<string>(OFTEN[name] ?? 1).fill(name))),
    who: fc.constantFrom(0, 0, 1),
    employer: fc.constantFrom(0, 1),
    days: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 60 })),
    months: fc.constantFrom(1, 1, 1, 2, 3, 6, 12),
    pick: fc.nat({ max: 999 }),
  });

export interface PersonRuns {
  readonly runs: number;
  readonly seed: number;
  /** What somebody goes through in a run. */
  readonly steps: number;
  readonly path?: string;
  readonly acts?: Acts;
  /** The first failure is told as it is, not the smallest that fails. */
  readonly unshrunk?: boolean;
  /** Told how a run ended. */
  readonly onEnd?: (world: PersonWorld) => void;
}

/**
 * Whatever happens to one person with several memberships: a month is paid once for each, closings of years change nothing,
 * cover is a function of the log, reports count who is covered, and merged and split is nothing.
 * @throws Error with the seed and the fewest steps after which it is not so
 */
export async function onePersonHolds({
  runs,
  seed,
  steps,
  path,
  acts = ACTS,
  unshrunk = false,
  onEnd,
}: PersonRuns): Promise<void> {
  await fc.assert(
    fc.asyncProperty(
      fc.array(stepsOf(acts), { maxLength: steps, size: 'max' }),
      fc.nat(),
      async (all, order) => {
        const world = peopleRegistered();
        let booked: Booked = new Map();
        for (const { act, ...chance } of all) {
          const from = world.log.length;
          await acts[act]?.(world, chance);
          booked = await monthsArePaidOnce(world, booked, from);
        }
        closingsChangeNothing(world);
        await coverFollowsFromTheLog(world, order);
        await reportsCountWhoIsCovered(world);
        await mergedAndSplitIsNothing(world);
        onEnd?.(world);
      },
    ),
    {
      numRuns: runs,
      seed,
      includeErrorInReport: true,
      endOnFailure: unshrunk,
      ...(path !== undefined && { path }),
    },
  );
}
