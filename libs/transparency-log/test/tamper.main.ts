import process from 'node:process';
import { optionsOrExit } from '../../../test/system/command-line.js';
import { tamperPacks } from '../../audit-pack/test/tamper-pack.js';
import { tamper } from './tamper.js';

const USAGE = `Usage: npm run test:tamper -- [options]

Changes copies of trees, proofs and audit packs by chance: single bytes, removals, swaps and forks. Each change is to be found and named,
and what nobody changed is to be accepted.

  --rounds N   changes of each (default 10000)
  --seed S     the same seed changes the same (default: by the clock)
  --json       print the result as one line of JSON at the end
  --help       show this

Ends with 1 when a change was missed or nothing was called one, 2 for options that make no sense.
`;

const { rounds, seed, json } = optionsOrExit(USAGE, {
  rounds: { default: 10_000, min: 1 },
  seed: { default: Date.now() % 1_000_000 },
});
const say = (line: string) => (json ? process.stderr : process.stdout).write(`${line}\n`);
const results = [
  { of: 'trees and proofs', ...(await tamper(rounds, seed)) },
  { of: 'audit packs', ...(await tamperPacks(rounds, seed)) },
];
for (const { of, found, missed, falseAlarms } of results) {
  for (const [what, count] of Object.entries(found).sort(([one], [other]) => one.localeCompare(other)))
    say(`${String(count).padStart(6)}  ${what}`);
  for (const one of missed) say(`MISSED ${one}`);
  for (const one of falseAlarms) say(`FALSE ALARM ${one}`);
  say(
    `${of}, ${rounds} rounds from seed ${seed}: ${missed.length} missed, ${falseAlarms.length} false alarms`,
  );
}
if (json) process.stdout.write(`${JSON.stringify({ rounds, seed, results })}\n`);
process.exitCode = results.some(({ missed, falseAlarms }) => missed.length + falseAlarms.length > 0) ? 1 : 0;
