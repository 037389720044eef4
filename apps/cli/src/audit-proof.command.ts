import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { EventCodec, type EventStore, type KeptEvent, NO_KEYS } from '#event-store';
import { POSITION } from '#kernel';
import { EventStoreConfig, Group, loadConfig, storeAt } from '#runtime';
import { NotProven, proofOfEvent, readProof, writtenProof } from '#transparency-log';
import { ExitCode, fail } from './exit.js';

class ProofConfig {
  @Group() readonly eventStore!: EventStoreConfig;
}

interface Options {
  readonly url: string;
  readonly claim?: string;
  readonly to?: string;
}

/** How long the transparency log may take to answer. */
const WITHIN_MS = 10_000;

/** `lindung audit proof EVENT | --claim ID` */
export function proofCommand(command: Command): void {
  command
    .argument('[event]', 'stream and revision: claim-0b7f2a34-95c6-4d2b-8f1e-3a1d2c4b5e6f@7')
    .requiredOption('--url <url>', 'where the transparency log is: http://127.0.0.1:3017/log')
    .option('--claim <id>', 'every event of this claim; needs --to')
    .option(
      '--to <folder>',
      'write each proof to a file there, made where it is missing; else to standard output',
    )
    .addHelpText(
      'after',
      `
Reads the event from EVENTSTORE_URL, sealed as it is, and opens nothing. A proof says of which event it is and what its sealed bytes
hash to; it can be checked without a network and without the event: lindung audit verify.`,
    )
    .action(async (event: string | undefined, options: Options) => {
      const asked = placesIn(event, options);
      if (typeof asked === 'string') return fail(asked, ExitCode.UNUSABLE_INPUT);
      const store = storeAt(loadConfig(ProofConfig).eventStore, new EventCodec(NO_KEYS));
      try {
        await prove(store, asked, options);
      } finally {
        await store.close();
      }
    });
}

interface Asked {
  readonly streamId: string;
  /** Undefined: all of them. */
  readonly revision?: bigint;
}

/** @returns what is wrong with the question, in words */
function placesIn(event: string | undefined, { claim, to }: Options): Asked | string {
  if ((event === undefined) === (claim === undefined)) return 'Name an event, or --claim ID: one of the two';
  if (claim !== undefined && to === undefined) return '--claim needs --to FOLDER: it makes several files';
  if (claim !== undefined) return { streamId: `claim-${claim}` };
  const [, streamId, revision] = /^(.+)@(\d+)$/.exec(event ?? '') ?? [];
  if (streamId === undefined || !POSITION.fits(revision))
    return 'An event is named STREAM@REVISION, such as claim-…@7';
  return { streamId, revision: BigInt(revision) };
}

async function prove(store: EventStore, { streamId, revision }: Asked, { url, to }: Options): Promise<void> {
  let found = 0;
  for (let at = revision ?? 0n; ; at += 1n) {
    const event = await store.keptAt(streamId, at);
    if (!event) break;
    const proof = await fetchProof(event, url);
    if (proof === undefined) return;
    found += 1;
    if (to === undefined) process.stdout.write(proof);
    else await keep(to, `${streamId}@${at}.tlog-proof`, proof);
    if (revision !== undefined) break;
  }
  if (found === 0) fail(`There is no event ${streamId}@${revision ?? 0n} in the log`, ExitCode.FAILED);
}

async function keep(folder: string, name: string, proof: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), proof);
  process.stdout.write(`${join(folder, name)}\n`);
}

/** @returns undefined when there is none, which has been said then */
async function fetchProof(event: KeptEvent, url: string): Promise<string | undefined> {
  const { streamId, revision, position } = event;
  const address = `${url.replace(/\/$/, '')}/proof/${position}`;
  const response = await fetch(address, { signal: AbortSignal.timeout(WITHIN_MS) });
  const bytes = Buffer.from(await response.arrayBuffer());
  if (response.status === 404) {
    fail(`${streamId}@${revision} is not in the signed tree yet: try again in ten seconds`, ExitCode.FAILED);
    return undefined;
  }
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  try {
    return writtenProof(proofOfEvent(event, readProof(bytes)));
  } catch (error) {
    if (!(error instanceof NotProven)) throw error;
    fail(`${streamId}@${revision}: ${error.message}`, ExitCode.FAILED);
    return undefined;
  }
}
