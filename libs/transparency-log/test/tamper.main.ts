import process from 'node:process';
import { parseArgs } from 'node:util';
import { tamperPacks } from '../../audit-pack/test/tamper-pack.js';
import { tamper } from './tamper.js';

/** `npm run test:tamper -- --rounds 10000 --seed 1`: changes copies of trees, proofs and audit packs by chance; ends with 1 when one is not found. */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const [rounds, seed] = [Number(values.rounds), Number(values.seed)];
let wrong = 0;
for (const [name, { found, missed, falseAlarms }] of [
  ['trees and proofs', await tamper(rounds, seed)],
  ['audit packs', await tamperPacks(rounds, seed)],
] as const) {
  for (const [what, count] of Object.entries(found).sort(([one], [other]) => one.localeCompare(other)))
    process.stdout.write(`${String(count).padStart(6)}  ${what}\n`);
  for (const line of [
    ...missed.map((one) => `MISSED ${one}`),
    ...falseAlarms.map((one) => `FALSE ALARM ${one}`),
  ])
    process.stdout.write(`${line}\n`);
  process.stdout.write(
    `${name}, ${rounds} rounds from seed ${seed}: ${missed.length} missed, ${falseAlarms.length} false alarms\n`,
  );
  wrong += missed.length + falseAlarms.length;
}
process.exitCode = wrong > 0 ? 1 : 0;
