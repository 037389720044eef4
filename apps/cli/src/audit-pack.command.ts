import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { ApiRefused, type MadePack, type PackTerms, TooManyEvents, makePack, openOverApi } from '#audit';
import { VERIFIER_PAGE } from '#audit-pack';
import { EventCodec, type EventStore, NO_KEYS, SEALED_SECTIONS, type SealedSection } from '#event-store';
import { EventStoreConfig, Group, loadConfig, storeAt } from '#runtime';
import { NotInTreeYet, NotProven, RemoteTree, UnusablePolicy } from '#transparency-log';
import { LOG_INDEX, LogPlaces, waitForPosition } from '#followers';
import { uuidIn } from './arguments.js';
import { INDEX_WAIT_MS } from './audit-history.command.js';
import { ExitCode, fail } from './exit.js';
import { useDatabase } from './use-database.js';

class PackConfig {
  @Group() readonly eventStore!: EventStoreConfig;
}

interface Options {
  readonly claim: string;
  readonly url: string;
  readonly policy: string;
  readonly to: string;
  readonly opened?: readonly SealedSection[];
  readonly api?: string;
  readonly reason?: string;
  readonly words?: string;
  readonly data?: string;
}

/** More than anybody makes about one claim. */
const MOST_COMPLAINTS = 1_000;

/** The page that checks packs, as it lies beside them. */
const VERIFIER = 'verifier.html';

/** `lindung audit pack --claim ID` */
export function packCommand(command: Command): void {
  command
    .requiredOption('--claim <id>', 'the claim', uuidIn)
    .requiredOption('--url <url>', 'where the transparency log is: http://127.0.0.1:3017/log')
    .requiredOption(
      '--policy <file>',
      'whose checkpoints are believed, and how many witnesses are enough (c2sp.org/tlog-policy)',
    )
    .option(...OF_INDEX)
    .option('--to <folder>', 'where to write the pack and the page that checks it', '.')
    .addOption(
      new Option(
        '--opened <sections...>',
        'also what is sealed, opened by the API for whoever LINDUNG_TOKEN is of; each opening is recorded',
      ).choices(SEALED_SECTIONS),
    )
    .option('--api <url>', 'where it is opened, with --opened: http://127.0.0.1:3000')
    .option('--reason <code>', 'why it is opened: AUDIT, COMPLAINT, DISPUTED_DECISION, SUSPECTED_FRAUD, …')
    .option('--words <text>', 'the same in words; kept sealed beside each opening')
    .addHelpText(
      'after',
      `
Writes claim-ID.zip with the events of the claim and of what it rests on, sealed as they are, their proofs, hashes of papers, the rules in
force, the checkpoint and the policy; and ${VERIFIER}, which checks it in a browser without a network. No key is asked for. With --opened the
API opens each part for whoever LINDUNG_TOKEN is of, and records who, what and why. Without a policy of your own: lindung audit key log.`,
    )
    .action(run);
}

async function run(options: Options): Promise<void> {
  const { claim, to } = options;
  const opened = openedBy(options);
  if (typeof opened === 'string') return fail(opened, ExitCode.UNUSABLE_INPUT);
  try {
    const policy = await readFile(options.policy, 'utf8');
    const terms = { tree: new RemoteTree(options.url), claimId: claim, policy, opened };
    const made = await withLog((log) =>
      withIndex(options.data, log, (complaintsAbout) => makePack({ ...terms, log, complaintsAbout })),
    );
    if (made) await write(made, claim, to);
    else fail(`There is no claim ${claim} in the log / Tidak ada klaim ${claim} dalam log`, ExitCode.FAILED);
  } catch (error) {
    const told = whatFailed(error);
    if (!told) throw error;
    fail(told.words, told.code);
  }
}

async function write(
  { bytes, events, streams, checkpoint }: MadePack,
  claim: string,
  to: string,
): Promise<void> {
  await mkdir(to, { recursive: true });
  const file = join(to, `claim-${claim}.zip`);
  // It may tell of people.
  await writeFile(file, bytes, { mode: 0o600 });
  await writeFile(join(to, VERIFIER), VERIFIER_PAGE);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { origin, size } = checkpoint;
  process.stdout.write(
    `${file}: ${events} events of ${streams} streams, in the tree ${origin} of ${size} leaves\n` +
      `${bytes.length} bytes, sha256 ${sha256}\nOpen ${join(to, VERIFIER)} in a browser to check it\n`,
  );
}

function whatFailed(error: unknown) {
  if (error instanceof NotInTreeYet)
    return { words: `${error.message}: try again in ten seconds`, code: ExitCode.FAILED };
  if (error instanceof TooManyEvents)
    return { words: `${error.message}: too many for one pack`, code: ExitCode.FAILED };
  if (error instanceof ApiRefused) return { words: error.message, code: ExitCode.FAILED };
  if (error instanceof NotProven)
    return { words: `${error.fault}: ${error.words.en}`, code: ExitCode.FAILED };
  if (error instanceof UnusablePolicy) return { words: error.message, code: ExitCode.UNUSABLE_INPUT };
  return undefined;
}

const OF_INDEX = [
  '--data <directory>',
  'the data folder of `npm start`, instead of DATABASE_URL, where the index of the log says which complaints there are',
] as const;

/** Without a database nobody can say which complaints name the claim: the pack has none, and that is told. */
async function withIndex(
  data: string | undefined,
  log: EventStore,
  work: (complaintsAbout?: PackTerms['complaintsAbout']) => Promise<MadePack | undefined>,
): Promise<MadePack | undefined> {
  if (data === undefined && !process.env['DATABASE_URL']) {
    process.stderr.write(
      'lindung: without DATABASE_URL or --data no complaints are looked for / pengaduan tidak dicari\n',
    );
    return work();
  }
  return useDatabase(data, async (database) => {
    await waitForPosition(database, LOG_INDEX, (await log.lastPosition()) ?? 0n, INDEX_WAIT_MS);
    const places = new LogPlaces(database);
    return work((ids) => places.streamsAbout(ids, ['complaint'], MOST_COMPLAINTS));
  });
}

/** Nothing is opened here: what is sealed stays so. */
async function withLog<Result>(work: (log: EventStore) => Promise<Result>): Promise<Result> {
  const log = storeAt(loadConfig(PackConfig).eventStore, new EventCodec(NO_KEYS));
  try {
    return await work(log);
  } finally {
    await log.close();
  }
}

/** @returns what is missing, in words, where something is to be opened and nobody says who asks and why */
function openedBy({ opened, api, reason, words }: Options): PackTerms['opened'] | string {
  if (!opened) return undefined;
  const { LINDUNG_TOKEN: token } = process.env;
  if (!token || api === undefined || reason === undefined || words === undefined)
    return '--opened needs --api, --reason, --words and LINDUNG_TOKEN / --opened memerlukan --api, --reason, --words, dan LINDUNG_TOKEN';
  return { sections: opened, open: openOverApi({ url: api, token, reason, words }) };
}
