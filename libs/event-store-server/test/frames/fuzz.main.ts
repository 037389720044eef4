import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { whyNoCertificates } from '../operations/test-certificates.js';
import { makeAccess } from '../secured-server.js';
import { USERS, runFuzz, type FuzzResult } from './run-fuzz.js';

const USAGE = `Usage: npm run fuzz:event-store -- [options]

Starts the event store in a folder of its own, without users and then with TLS and users, and sends calls and bytes that no
client makes: bent messages, lengths that lie, packed and half frames, headers after messages, HTTP/1.1 and HTTP/2
mixed up. All the while an ordinary client must be served.

  --frames N   how many to send to each of the two servers (default 50000)
  --seed S     the same seed sends the same (default 1)
  --json       print the result as one line of JSON at the end
  --help       show this

Ends with 1 when the server hung, ended, failed or grew; 2 for options that make no sense.
`;

const MIB = 1024 * 1024;
/** From half time on: a young server grows to what it was given. */
const MOST_GROWTH_MIB = 100;

interface Options {
  readonly frames: number;
  readonly seed: number;
  readonly json: boolean;
}

function optionsOrExit(): Options {
  try {
    const { values } = parseArgs({
      options: {
        frames: { type: 'string', default: '50000' },
        seed: { type: 'string', default: '1' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) {
      process.stdout.write(USAGE);
      process.exit(0);
    }
    const [frames, seed] = [Number(values.frames), Number(values.seed)];
    if (!Number.isSafeInteger(frames) || frames < 1) throw new TypeError('--frames must be a whole number');
    if (!Number.isSafeInteger(seed)) throw new TypeError('--seed must be a whole number');
    return { frames, seed, json: values.json };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    return process.exit(2);
  }
}

/** What is told of one server. */
interface Told {
  readonly server: string;
  readonly sent: number;
  readonly answers: Readonly<Record<string, number>>;
  readonly memoryMib: readonly (number | undefined)[];
  readonly faults: number;
}

function report(name: string, { sent, answers, faults, memory }: FuzzResult): Told {
  const [half, end] = memory.map((bytes) => Math.round(bytes / MIB));
  const grew = end! - half! > MOST_GROWTH_MIB;
  const all = grew ? [...faults, `grew from ${half} to ${end} MiB`] : faults;
  for (const fault of all) process.stderr.write(`${name}: ${fault}\n`);
  return {
    server: name,
    sent,
    answers: Object.fromEntries(answers),
    memoryMib: [half, end],
    faults: all.length,
  };
}

const { frames, seed, json } = optionsOrExit();
const directory = mkdtempSync(join(tmpdir(), 'event-store-fuzz-'));
try {
  const certificates = join(directory, 'certificates');
  mkdirSync(certificates);
  const reason = whyNoCertificates();
  if (reason !== undefined) process.stderr.write(`TLS and users are left out: ${reason}\n`);
  const servers = [
    ['open', undefined],
    ...(reason === undefined ? [['secured', await makeAccess(certificates, USERS)] as const] : []),
  ] as const;
  const results: Told[] = [];
  for (const [name, secured] of servers) {
    const onProgress = (sent: number, memory: number) => {
      if (sent % 10_000 === 0)
        process.stderr.write(`${name}: ${sent} sent, ${Math.round(memory / MIB)} MiB\n`);
    };
    const result = await runFuzz({ frames, seed, directory: join(directory, name), secured, onProgress });
    const told = report(name, result);
    results.push(told);
    if (told.faults > 0) process.exitCode = 1;
  }
  for (const result of results) process.stdout.write(`${JSON.stringify(result, null, json ? 0 : 2)}\n`);
} finally {
  rmSync(directory, { recursive: true });
}
