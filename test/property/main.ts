import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { CONTEXTS } from '#contexts';
import { STEPS, acceptedIsApplicable } from './run.js';
import { appInMemory } from './app-in-memory.js';
import { World } from './world.js';

/** A long run: `npm run property -- --runs 100 --seed 7`. */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '20' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    steps: { type: 'string', default: String(STEPS) },
    path: { type: 'string' },
  },
});
const runs = {
  runs: Number(values.runs),
  seed: Number(values.seed),
  steps: Number(values.steps),
  path: values.path,
};
process.stdout.write(`${JSON.stringify(runs)}\n`);
const started = Date.now();
const world = new World(CONTEXTS, await appInMemory(CONTEXTS));
try {
  await acceptedIsApplicable(world, CONTEXTS, runs);
  const table = (counts: ReadonlyMap<string, number>) =>
    [...counts]
      .sort((one, other) => one[1] - other[1])
      .map(([what, count]) => `${String(count).padStart(7)} ${what}\n`)
      .join('');
  process.stdout.write(
    `Refused requests:\n${table(world.refused)}Accepted commands:\n${table(world.accepted)}Recorded events:\n${table(world.recorded)}`,
  );
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  process.stdout.write(`${Date.now() - started} ms\n`);
  await world.close();
}
