import process from 'node:process';
import { parseArgs } from 'node:util';
import { tamper } from './tamper.js';

/** `npm run test:tamper -- --rounds 10000 --seed 1`: changes copies of trees and proofs by chance; ends with 1 when one is not found. */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const { rounds, found, missed, falseAlarms } = await tamper(Number(values.rounds), Number(values.seed));
for (const [what, count] of Object.entries(found).sort(([one], [other]) => one.localeCompare(other)))
  process.stdout.write(`${String(count).padStart(6)}  ${what}\n`);
for (const line of [
  ...missed.map((one) => `MISSED ${one}`),
  ...falseAlarms.map((one) => `FALSE ALARM ${one}`),
]) {
  process.stdout.write(`${line}\n`);
}
process.stdout.write(
  `${rounds} rounds from seed ${values.seed}: ${missed.length} missed, ${falseAlarms.length} false alarms\n`,
);
process.exitCode = missed.length + falseAlarms.length > 0 ? 1 : 0;
