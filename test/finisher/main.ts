import 'reflect-metadata';
import { optionsOrExit } from '../system/command-line.js';
import { type FinishResult, finishSystem } from './finish-system.js';

const USAGE = `Usage: npm run test:finisher -- [options]

Starts the whole of Lindung in a folder of its own and lets random people send random commands over HTTP. Then whatever is open
is brought to an end, by what each thing says can be done with it; the money is counted from the log, and every read model is built anew.

  --commands N  how many to send (default 10000)
  --seed S      the same seed sends the same commands (default 1)
  --seconds T   no more commands by chance after so long (default: as long as it takes)
  --cases N     cases of each kind that are brought to an end at most (default: all)
  --json        print the result as one line of JSON at the end
  --help        show this

Ends with 1 when anything was found, 2 for options that make no sense.
`;

const NO_LIMIT = Number.MAX_SAFE_INTEGER;

const { json, cases, ...options } = optionsOrExit(USAGE, {
  commands: { default: 10_000, min: 1 },
  seed: { default: 1 },
  seconds: { default: NO_LIMIT, min: 1 },
  cases: { default: NO_LIMIT, min: 1 },
});
const started = performance.now();
const say = (what: string) =>
  process.stderr.write(`${what}, ${Math.round((performance.now() - started) / 1000)} s\n`);

function report(result: FinishResult): void {
  const { sent, accepted, commands, ended, deadEnds, moneyFaults, failedReadModels } = result;
  for (const { kind, address, status, commands: taken, tried, said } of deadEnds)
    say(
      `dead end: ${kind} ${address} ${status} after ${taken} commands (${tried.join(', ')}): ${said.join('; ')}`,
    );
  for (const fault of moneyFaults) say(`money: ${fault}`);
  for (const line of failedReadModels) say(`read model: ${line}`);
  const brought = Object.fromEntries(ended);
  const faults = {
    deadEnds: deadEnds.length,
    moneyFaults: moneyFaults.length,
    failedReadModels: failedReadModels.length,
  };
  const counts = { sent, accepted, finishing: commands, ended: brought, ...faults };
  process.stdout.write(`${json ? JSON.stringify(counts) : JSON.stringify(counts, null, 2)}\n`);
}

const result = await finishSystem({ ...options, atMost: cases, onProgress: say });
report(result);
const { deadEnds, moneyFaults, failedReadModels } = result;
process.exitCode = deadEnds.length + moneyFaults.length + failedReadModels.length > 0 ? 1 : 0;
