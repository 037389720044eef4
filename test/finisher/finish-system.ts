import { CONTEXTS } from '#contexts';
import { schemaOf } from '#followers';
import { REPORTING } from '#reporting';
import type { Standalone } from '../../apps/standalone/src/start-standalone.js';
import { rawLog } from '../compatibility/upgrade/raw-log.js';
import { chanceOf } from '../property/chance.js';
import { Explorer } from '../property/explorer.js';
import { commandRoutes } from '../property/routes.js';
import { runAndRebuild } from '../system/run-and-rebuild.js';
import { Random } from '../system/random.js';
import { type Onlooker, onlookerOf } from '../system/settled.js';
import { Clerk } from './clerk.js';
import { type Finished, Finisher, type SystemAtWork } from './finisher.js';
import { moneyFaults } from './money.js';
import { RunningWorld } from './running-world.js';
import { sideBySide } from './side-by-side.js';
import { WhatFollows } from './what-follows.js';

export interface FinishOptions {
  readonly commands: number;
  readonly seed: number;
  /** Cases of each kind that are brought to an end; all of them, unless told. */
  readonly atMost?: number;
  /** After so many seconds no more commands are made by chance; for whoever has little time. */
  readonly seconds?: number;
  readonly onProgress?: (what: string) => void;
}

export interface FinishResult extends Finished {
  readonly sent: number;
  readonly accepted: number;
  /** What is wrong with the money in the end: whatever was wrong before is so still. */
  readonly moneyFaults: readonly string[];
  readonly failedReadModels: readonly string[];
}

/** So many commands belong to people who meet each other; then others come, in other years. */
const OF_ONE_OFFICE = 750;

/**
 * So many offices work at the same time: each waits most of its time for what follows from its commands, and the more are at work,
 * the more events are taken in one go by whoever follows the log.
 */
const OFFICES_AT_ONCE = 20;

/** Read models and reports are waited for at the end; in between only what processes do. */
const NO_PROCESSES: readonly string[] = [
  ...CONTEXTS.flatMap(({ readModels = [] }) => readModels.map(schemaOf)),
  schemaOf(REPORTING),
];

/** A year in which people begin: rules, tables and days off are known of it. */
const beginning = (random: Random): number => Date.UTC(random.between(2024, 2029), random.between(0, 11), 2);

/** So long everybody may take to get to the end of a long log, also from its beginning. */
const SETTLED_WITHIN_MS = 1_800_000;

/**
 * Random commands of random people against everything that runs, over HTTP; then whatever is open is brought to an end, by what
 * things say can be done with them. At the end the money is counted from the log, and every read model is built anew.
 * @throws Error when anything fails instead of being answered
 */
export async function finishSystem(options: FinishOptions): Promise<FinishResult> {
  const { result, failedReadModels } = await runAndRebuild(
    'finisher',
    (standalone, onlooker) => exploredAndFinished(standalone, onlooker, options),
    SETTLED_WITHIN_MS,
  );
  return { ...result, failedReadModels };
}

/** The same with a system that runs already, whatever was done with it before; read models are not built anew. */
export async function exploredAndFinished(
  standalone: Standalone,
  onlooker: Onlooker,
  options: FinishOptions,
): Promise<Omit<FinishResult, 'failedReadModels'>> {
  const { databaseUrl, eventStoreUrl } = standalone;
  const processes = onlookerOf(databaseUrl, eventStoreUrl, NO_PROCESSES);
  const log = new WhatFollows(eventStoreUrl, processes);
  const clerk = new Clerk(standalone);
  try {
    const explored = await explore(() => new RunningWorld(clerk, log), options);
    await onlooker.settled(SETTLED_WITHIN_MS);
    const finished = await finish(
      { clerk, log, settle: () => processes.settled() },
      explored.latest,
      options,
    );
    const { sent, accepted } = explored;
    return { ...finished, sent, accepted, moneyFaults: moneyFaults(await rawLog(eventStoreUrl)) };
  } finally {
    await log.close();
    await processes.close();
    clerk.close();
  }
}

interface ExploredBy {
  readonly sent: number;
  readonly accepted: number;
  /** The latest moment of any request, milliseconds since 1970. */
  readonly latest: number;
}

/** Office by office, some at the same time; each with people, a year and a chance of its own, which follow from the seed. */
async function explore(
  newWorld: () => RunningWorld,
  { commands, seed, seconds = Infinity, onProgress = () => {} }: FinishOptions,
): Promise<ExploredBy> {
  const random = new Random(seed);
  const routes = commandRoutes(CONTEXTS);
  const until = performance.now() + seconds * 1000;
  const offices = Array.from({ length: Math.ceil(commands / OF_ONE_OFFICE) }, (_, nth) => ({
    steps: Math.min(OF_ONE_OFFICE, commands - nth * OF_ONE_OFFICE),
    begins: beginning(random),
    chance: chanceOf(random.between(0, 2 ** 30)),
  }));
  const by = { sent: 0, accepted: 0, latest: 0 };
  await sideBySide(offices, OFFICES_AT_ONCE, async ({ steps, begins, chance }) => {
    const world = newWorld();
    const explorer = new Explorer(world, routes, begins);
    while (world.sent < steps && performance.now() < until) await explorer.step(chance.below(2 ** 31));
    by.sent += world.sent;
    by.accepted += world.accepted;
    by.latest = Math.max(by.latest, world.latest);
    onProgress(`${by.sent} sent, ${by.accepted} accepted`);
  });
  return by;
}

function finish(
  system: SystemAtWork,
  latest: number,
  { atMost, onProgress = () => {} }: FinishOptions,
): Promise<Finished> {
  const day = 86_400_000;
  const finisher = new Finisher(system, latest + day, (done) => {
    if (done % 10 === 0) onProgress(`${done} cases brought to an end`);
  });
  return finisher.finish(atMost);
}
