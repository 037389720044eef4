import 'reflect-metadata';
import { parseArgs } from 'node:util';
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

interface Options {
  readonly requests: number;
  readonly seed: number;
  readonly json: boolean;
}

/** @throws TypeError for an option that does not exist or makes no sense */
function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      requests: { type: 'string', default: '20000' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    process.exit(0);
  }
  const [requests, seed] = [Number(values.requests), Number(values.seed)];
  if (!Number.isInteger(requests) || requests < 1)
    throw new TypeError('--requests must be a whole number, 1 or more');
  if (!Number.isInteger(seed)) throw new TypeError('--seed must be a whole number');
  return { requests, seed, json: values.json };
}

function optionsOrExit(): Options {
  try {
    return readOptions();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    process.stderr.write(`${error.message}\n\n${USAGE}`);
    return process.exit(2);
  }
}

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

const { json, ...options } = optionsOrExit();
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
