import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { type CrashResult, crashSystem } from './crash-system.js';

const USAGE = `Usage: npm run test:crash:system -- [options]

Starts every program of Lindung as a process of its own, has people work a day in a branch, and kills one program or server
after the other while they do. Then looks whether anything was lost, done twice, paid wrongly, or cannot be built again.

  --rounds N   how often something is killed (default 50)
  --seed S     the same seed kills the same programs in the same order (default 1)
  --json       print the result as one line of JSON at the end
  --help       show this

Ends with 1 when anything is wrong, 2 for options that make no sense.
`;

/** @throws TypeError for an option that does not exist or makes no sense */
function readOptions(): { rounds: number; seed: number; json: boolean } {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '50' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    process.exit(0);
  }
  const [rounds, seed] = [Number(values.rounds), Number(values.seed)];
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new TypeError('--rounds must be a whole number, 1 or more');
  if (!Number.isInteger(seed)) throw new TypeError('--seed must be a whole number');
  return { rounds, seed, json: values.json };
}

function optionsOrExit() {
  try {
    return readOptions();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    process.stderr.write(`${error.message}\n\n${USAGE}`);
    return process.exit(2);
  }
}

/** What is wrong, by kind. */
const wrongIn = ({ lost, doubled, wrongPayments, failedReadModels, storeProblems }: CrashResult) => ({
  lost,
  doubled,
  wrongPayments,
  failedReadModels,
  storeProblems,
});

function report(result: CrashResult, json: boolean): void {
  const wrong = Object.entries(wrongIn(result));
  for (const [kind, found] of wrong) for (const one of found) process.stderr.write(`${kind}: ${one}\n`);
  const { rounds, acknowledged, claimsPaid, retries, known, restarts, events } = result;
  const figures = { rounds, acknowledged, claimsPaid, retries, known, restarts, events };
  const counts = { ...figures, ...Object.fromEntries(wrong.map(([kind, found]) => [kind, found.length])) };
  const words = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
  process.stdout.write(json ? `${JSON.stringify(counts)}\n` : `${words.join(', ')}\n`);
}

const { json, ...options } = optionsOrExit();
const result = await crashSystem({
  ...options,
  onRound: (round, victim, recoveredMs, acknowledged) => {
    process.stderr.write(
      `${round}: killed ${victim}, whole again after ${recoveredMs} ms; ${acknowledged} answers\n`,
    );
  },
});
report(result, json);
process.exitCode = Object.values(wrongIn(result)).some((found) => found.length > 0) ? 1 : 0;
