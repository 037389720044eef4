import 'reflect-metadata';
import { CONTEXTS } from '#contexts';
import { STEPS, acceptedIsApplicable } from './run.js';
import { optionsOrExit } from '../system/command-line.js';
import { appInMemory } from './app-in-memory.js';
import { World } from './world.js';

const USAGE = `Usage: npm run property -- [options]

Sends requests that are accepted to the whole of Lindung in memory, run after run, and looks whether everything that follows
from them can be applied.

  --runs N    how many runs (default 20)
  --seed S    the same seed sends the same requests (default: another one each time, which is printed)
  --steps N   requests of a run (default ${STEPS})
  --path P    only the run that an earlier failure named
  --json      print what was refused, accepted and recorded as one line of JSON at the end
  --help      show this

Ends with 1 when anything was found, 2 for options that make no sense.
`;

const { json, ...runs } = optionsOrExit(
  USAGE,
  {
    runs: { default: 20, min: 1 },
    seed: { default: Date.now() % 2 ** 31 },
    steps: { default: STEPS, min: 1 },
  },
  ['path'],
);
process.stdout.write(`${JSON.stringify(runs)}\n`);
const started = Date.now();
const world = new World(CONTEXTS, await appInMemory(CONTEXTS));
try {
  await acceptedIsApplicable(world, CONTEXTS, runs);
  const { refused, accepted, recorded } = world;
  const table = (counts: ReadonlyMap<string, number>) =>
    [...counts]
      .sort((one, other) => one[1] - other[1])
      .map(([what, count]) => `${String(count).padStart(7)} ${what}\n`)
      .join('');
  const counted = Object.entries({ refused, accepted, recorded });
  process.stdout.write(
    json
      ? `${JSON.stringify(Object.fromEntries(counted.map(([what, counts]) => [what, Object.fromEntries(counts)])))}\n`
      : counted.map(([what, counts]) => `${what}:\n${table(counts)}`).join(''),
  );
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  process.stderr.write(`${Date.now() - started} ms\n`);
  await world.close();
}
