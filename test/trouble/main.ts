import 'reflect-metadata';
import { TROUBLE_NAMES } from '../../libs/testing/src/cluster-in-trouble/index.js';
import { optionsOrExit } from '../system/command-line.js';
import { type DayResult, dayInTrouble } from './day-in-trouble.js';
import { faultsOf, tableOf } from './report.js';

const USAGE = `Usage: npm run test:trouble -- [options]

Starts every program of Lindung as a process of its own on three nodes that play an EventStoreDB cluster, has people work a day
in a branch, and runs through every kind of trouble that a cluster makes. Then looks whether each acknowledged command is in the
log once, whether anything is there that was answered "not recorded", and whether everybody has caught up.

  --seed S       the same seed plays the kinds in the same order (default 1)
  --hold MS      how long each trouble lasts at least, in milliseconds (default 15000)
  --election MS  how long there is no leader (default 3000)
  --timeout MS   how long an append waits for those who have to confirm it (default 2000)
  --only KIND    one kind alone, as the table names it
  --json         print the result as one line of JSON at the end
  --help         show this

Ends with 1 when anything is wrong, 2 for options that make no sense.
`;

const { json, seed, hold, election, timeout, only } = optionsOrExit(
  USAGE,
  {
    seed: { default: 1 },
    hold: { default: 15_000, min: 0 },
    election: { default: 3_000, min: 0 },
    timeout: { default: 2_000, min: 1 },
  },
  ['only'],
);
const kinds = TROUBLE_NAMES.filter((name) => only === undefined || name === only);
if (kinds.length === 0) {
  process.stderr.write(`--only must be one of: ${TROUBLE_NAMES.join('; ')}\n`);
  process.exit(2);
}

function report(result: DayResult): void {
  for (const fault of faultsOf(result)) process.stderr.write(`${fault}\n`);
  process.stdout.write(json ? `${JSON.stringify(result)}\n` : `${tableOf(result)}\n`);
}

const result = await dayInTrouble({
  seed,
  kinds,
  holdMs: hold,
  electionMs: election,
  timeoutMs: timeout,
  thorough: true,
  onKind: ({ kind, longestSilenceMs, acknowledged }) => {
    process.stderr.write(`${kind}: ${acknowledged} acknowledged, longest silence ${longestSilenceMs} ms\n`);
  },
});
report(result);
process.exitCode = faultsOf(result).length > 0 ? 1 : 0;
