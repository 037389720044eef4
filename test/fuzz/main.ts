import 'reflect-metadata';
import { optionsOrExit } from '../system/command-line.js';
import { type WholeResult, fuzzStandalone } from './fuzz-standalone.js';

const USAGE = `Usage: npm run fuzz -- [options]

Starts the whole of Lindung in a folder of its own, sends requests made from the OpenAPI documents, most as they can be
accepted and the rest bent, and then builds every read model anew from what that left in the log.

  --requests N   how many to send (default 20000)
  --seed S       the same seed sends the same requests (default 1)
  --json         print the result as one line of JSON at the end
  --help         show this

Ends with 1 when anything was found, 2 for options that make no sense.
`;

function report({ requests, accepted, found, refused, failedReadModels }: WholeResult, json: boolean): void {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  for (const [why, times] of [...refused].sort(([, a], [, b]) => b - a)) say(`refused ${times} × ${why}`);
  for (const { fault, detail, request } of found) say(`${fault}: ${detail}\n    ${request}`);
  for (const line of failedReadModels) say(`read model: ${line}`);
  const count = (fault: string) => found.filter((one) => one.fault === fault).length;
  const counts = {
    requests,
    accepted,
    serverErrors: count('serverErrors'),
    notProblems: count('notProblems'),
    failedReadModels: failedReadModels.length,
  };
  const more = `${count('undeclared')} answers that the documents do not tell of, ${count('notRepeated')} commands not known again`;
  if (json) process.stdout.write(`${JSON.stringify(counts)}\n`);
  else
    process.stdout.write(
      `${Object.entries(counts)
        .map(([name, n]) => `${name} ${n}`)
        .join(', ')}; ${more}\n`,
    );
}

const { json, ...options } = optionsOrExit(USAGE, {
  requests: { default: 20_000, min: 1 },
  seed: { default: 1 },
});
const started = performance.now();
const result = await fuzzStandalone({
  ...options,
  onProgress: (sent, accepted) => {
    const seconds = Math.round((performance.now() - started) / 1000);
    process.stderr.write(`${sent} sent, ${accepted} accepted, ${seconds} s\n`);
  },
});
report(result, json);
process.exitCode = result.found.length + result.failedReadModels.length > 0 ? 1 : 0;
