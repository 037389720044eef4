import 'reflect-metadata';
import { optionsOrExit } from '../system/command-line.js';
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

const { json, ...options } = optionsOrExit(USAGE, { rounds: { default: 50, min: 1 }, seed: { default: 1 } });
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
