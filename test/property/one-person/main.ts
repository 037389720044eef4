import { optionsOrExit } from '../../system/command-line.js';
import { onePersonHolds } from './person-run.js';

const USAGE = `Usage: npm run property:person -- [options]

Lets everything happen to one person with several memberships, run after run: payments, wages, projects, lists of a village,
corrections, mergers, closings of years. A month is paid once for each membership, cover is a function of the log, reports
count who is covered, and merged and split is nothing.

  --runs N    how many runs (default 200)
  --seed S    the same seed does the same (default: another one each time, which is printed)
  --steps N   what happens in a run at most (default 150)
  --path P    only the run that an earlier failure named
  --json      print what was recorded as one line of JSON at the end
  --help      show this

Ends with 1 when anything was found, 2 for options that make no sense.
`;

const { json, ...runs } = optionsOrExit(
  USAGE,
  {
    runs: { default: 200, min: 1 },
    seed: { default: Date.now() % 2 ** 31 },
    steps: { default: 150, min: 1 },
  },
  ['path'],
);
process.stdout.write(`${JSON.stringify(runs)}\n`);
const started = Date.now();
const recorded = new Map<string, number>();
try {
  await onePersonHolds({
    ...runs,
    onEnd: ({ counts }) => {
      for (const [type, count] of counts) recorded.set(type, (recorded.get(type) ?? 0) + count);
    },
  });
  const counted = [...recorded].sort((one, other) => one[1] - other[1]);
  process.stdout.write(
    json
      ? `${JSON.stringify(Object.fromEntries(counted))}\n`
      : counted.map(([type, count]) => `${String(count).padStart(7)} ${type}\n`).join(''),
  );
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  process.stderr.write(`${Date.now() - started} ms\n`);
}
