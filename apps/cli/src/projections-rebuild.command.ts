import type { Command } from 'commander';
import { CONTEXTS } from '#contexts';
import {
  type ListedFollower,
  ReadModelNotThere,
  type Rebuilt,
  type ReadModel,
  dropTablesOf,
  dropVersion,
  formerOf,
  listFollowers,
  rebuildBeside,
  schemaOf,
  turnBack,
} from '#followers';
import { formatRupiah } from '#kernel';
import type { Database } from '#postgres';
import { ExitCode, fail } from './exit.js';
import { notTaken } from './read-model-not-taken.js';
import { seldom } from './seldom.js';
import { useDatabase } from './use-database.js';
import { dataFolderMeant } from './use-key-store.js';
import { OF_LOG, useLog } from './use-log.js';

interface Asked {
  readonly data?: string;
  readonly json?: true;
  readonly empty?: true;
  readonly force?: true;
  readonly back?: true;
  readonly forgetFormer?: true;
  readonly acceptDifferences?: true;
}

const READ_MODELS = CONTEXTS.flatMap(({ readModels = [] }) => readModels);

/** No statement of it is long but the sums of large tables, and folding a whole log is. */
const STATEMENT_TIMEOUT_MS = 600_000;

/** `lindung projections rebuild` */
export function rebuildCommand(rebuild: Command): void {
  rebuild
    .description(
      'build a read model anew from the log beside the live one, which goes on answering, compare both, and have them change places',
    )
    .argument('<name>', 'name with version, such as claim_v4: see `lindung projections list`')
    .option(...OF_LOG)
    .option('--json', 'print the result as JSON')
    .option(
      '--accept-differences',
      'change places also where they differ: after an erasure, or a mended fold',
    )
    .option('--forget-former', 'keep nothing of the one that was live; alone with --back: drop what is kept')
    .option('--back', 'have the one that was live before the last rebuild be the live one again')
    .option(
      '--empty',
      'empty it instead: whoever keeps it builds it anew, and its queries answer 503 until it is there',
    )
    .option(
      '--force',
      'with --empty also a process or the relay, which do again whatever they ever did, under the same ids',
    )
    .addHelpText(
      'after',
      `
The copy is compared with the live one by the number of rows and a checksum of every table, at one place in the log. Where they
differ nothing is changed unless you say so, and the exit code is 1. What is not of this release is emptied.`,
    )
    .action(run);
}

async function run(name: string, asked: Asked): Promise<void> {
  const model = READ_MODELS.find((one) => schemaOf(one) === name);
  if (!model || asked.empty) return useDatabase(asked.data, (database) => empty(database, name, asked));
  if (asked.back) return useDatabase(asked.data, (database) => back(database, model, asked));
  const folder = dataFolderMeant(asked.data);
  await useLog(folder, (log) =>
    useDatabase(
      folder,
      async (database) => {
        const rebuilt = await rebuildBeside({
          database,
          log,
          model,
          acceptsDifferences: asked.acceptDifferences,
          forgetsFormer: asked.forgetFormer,
          onProgress: asked.json ? undefined : progress(name),
        });
        say(asked.json ? asJson(rebuilt) : inWords(rebuilt, asked));
        if (!rebuilt.switched) process.exitCode = ExitCode.FAILED;
      },
      { statementTimeoutMs: STATEMENT_TIMEOUT_MS },
    ),
  ).catch(notTaken);
}

async function back(database: Database, model: ReadModel, { forgetFormer, json }: Asked): Promise<void> {
  const name = schemaOf(model);
  try {
    if (forgetFormer) await dropVersion(database, formerOf(model));
    else await turnBack(database, model);
  } catch (error) {
    if (!(error instanceof ReadModelNotThere)) return notTaken(error);
    return fail(`Of ${name} nothing is kept that was live before`, ExitCode.FAILED);
  }
  const done = forgetFormer
    ? 'Nothing is kept any more of what was live before'
    : 'What was live before is live again';
  say(json ? JSON.stringify({ name, back: !forgetFormer }) : `${name}: ${done}.`);
}

const BAR = 30;

/** A bar, how fast it goes, and how long the rest takes if it goes on like that. */
function progress(name: string): (progress: { position: bigint; end: bigint; events: number }) => void {
  const start = performance.now();
  return seldom(({ position, end, events }: { position: bigint; end: bigint; events: number }) => {
    // The first position of a log is 0.
    const part = Math.min(1, Number(position + 1n) / Number(end + 1n));
    const seconds = (performance.now() - start) / 1000;
    const done = Math.floor(part * BAR);
    const [rate, left] = [Math.round(events / seconds), Math.round(seconds * (1 / part - 1))];
    return `${name} [${'#'.repeat(done)}${'.'.repeat(BAR - done)}] ${Math.floor(part * 100)} %, ${formatRupiah(rate)} events/s, about ${left} s left`;
  });
}

const asJson = (rebuilt: Rebuilt) =>
  JSON.stringify({ ...rebuilt, position: rebuilt.position === null ? null : String(rebuilt.position) });

function inWords({ readModel, position, tables, switched }: Rebuilt, { forgetFormer }: Asked): string {
  const lines = tables.map(({ table, live, rebuilt, isSame }) =>
    isSame
      ? `  ${table}: ${formatRupiah(live.rows)} rows, the same`
      : `  ${table}: DIFFERS, ${formatRupiah(live.rows)} rows live, ${formatRupiah(rebuilt.rows)} rebuilt`,
  );
  const kept = forgetFormer ? 'nothing is kept of what was live' : '--back goes back to what was live';
  const end = switched
    ? `${readModel} is the rebuilt one now; ${kept}.`
    : `Nothing was changed. \`lindung projections verify ${readModel}\` names the first row that differs; --accept-differences changes places all the same.`;
  return [`${readModel} at position ${position ?? 'none'}`, ...lines, end].join('\n');
}

/** What has an effect elsewhere: commands, contracts. */
const DOES_AGAIN = /^(process_|event_relay_)/;

async function empty(database: Database, name: string, { force, json }: Asked): Promise<void> {
  const followers = await listFollowers(database);
  if (!followers.some(({ follower }) => follower === name)) {
    return fail(unknownAmong(name, followers), ExitCode.FAILED);
  }
  if (DOES_AGAIN.test(name) && !force) {
    const what = `${name} is no read model: built anew it does again whatever it ever did, under the same ids`;
    return fail(`${what}. Say --force when that is meant`, ExitCode.FAILED);
  }
  await dropTablesOf(database, name);
  say(
    json
      ? JSON.stringify({ name, rebuilt: true })
      : `${name} is empty. Whoever keeps it begins anew within half a minute; see \`lindung projections list\`.`,
  );
}

export const unknownAmong = (name: string, followers: readonly ListedFollower[]) =>
  `There is no ${name}. There are: ${followers.map(({ follower }) => follower).join(', ') || 'none'}`;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
