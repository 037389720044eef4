import type { Command } from 'commander';
import { CONTEXTS } from '#contexts';
import { type RowDifference, type Verification, schemaOf, verifyReadModel } from '#followers';
import { formatRupiah } from '#kernel';
import { ExitCode, fail } from './exit.js';
import { notTaken } from './read-model-not-taken.js';
import { seldom } from './seldom.js';
import { useDatabase } from './use-database.js';
import { dataFolderMeant } from './use-key-store.js';
import { OF_LOG, useLog } from './use-log.js';

interface Asked {
  readonly data?: string;
  readonly json?: true;
}

const READ_MODELS = CONTEXTS.flatMap(({ readModels = [] }) => readModels);
const NAMES = READ_MODELS.map(schemaOf);

/** A table with all its indexes is compared row by row: no statement of it is long, but folding a whole log is. */
const STATEMENT_TIMEOUT_MS = 120_000;

/** `lindung projections verify` */
export function verifyCommand(verify: Command): void {
  verify
    .description(
      'compare a read model, which goes on meanwhile, with what the log gives, and name the first row of each table that differs',
    )
    .argument(
      '[names...]',
      'names with versions, such as claim_v4: see `lindung projections list`; all of them unless told',
    )
    .option(...OF_LOG)
    .option('--json', 'print the results as a JSON list')
    .addHelpText(
      'after',
      `
The log is folded anew into tables beside the live ones, up to where those stood when this began; they are dropped at the end. Of
what may be personal nothing is printed. Whoever was erased after the read model was built differs: build it anew. The exit code is
1 when anything differs. Read models: ${NAMES.join(', ')}.`,
    )
    .action(run);
}

async function run(names: readonly string[], { data, json }: Asked): Promise<void> {
  const unknown = names.find((name) => !NAMES.includes(name));
  if (unknown !== undefined) {
    return fail(
      `There is no read model ${unknown} in this release. There are: ${NAMES.join(', ')}`,
      ExitCode.UNUSABLE_INPUT,
    );
  }
  const models = READ_MODELS.filter((model) => names.length === 0 || names.includes(schemaOf(model)));
  const folder = dataFolderMeant(data);
  const found: Verification[] = [];
  await useLog(folder, (log) =>
    useDatabase(
      folder,
      async (database) => {
        for (const model of models) {
          const onProgress = json ? undefined : progress(schemaOf(model));
          const one = await verifyReadModel({ database, log, model, onProgress });
          if (!json) process.stdout.write(inWords(one));
          found.push(one);
        }
      },
      { statementTimeoutMs: STATEMENT_TIMEOUT_MS },
    ),
  ).catch(notTaken);
  if (json)
    process.stdout.write(`${JSON.stringify(found.map((one) => ({ ...one, position: told(one) })))}\n`);
  if (found.some(({ differences }) => differences.length > 0)) process.exitCode = ExitCode.FAILED;
}

const told = ({ position }: Verification) => (position === null ? null : String(position));

/** Says how far it is, and how long the rest takes if it goes on like that. */
function progress(readModel: string): (position: bigint, end: bigint) => void {
  const start = performance.now();
  return seldom((position: bigint, end: bigint) => {
    // The first position of a log is 0.
    const part = Math.min(1, Number(position + 1n) / Number(end + 1n));
    const left = Math.round(((performance.now() - start) / 1000) * (1 / part - 1));
    return `${readModel}: ${Math.floor(part * 100)} % of the log, about ${left} s left`;
  });
}

function inWords(found: Verification): string {
  const { readModel, rows, differences } = found;
  const tables = Object.entries(rows).map(([table, count]) => `  ${table}: ${formatRupiah(count)} rows`);
  const at = `${readModel} at position ${told(found) ?? 'none'}`;
  if (differences.length === 0) return `${[`${at} is what the log gives`, ...tables].join('\n')}\n`;
  return `${[`${at} is not what the log gives`, ...differences.map(differing)].join('\n')}\n`;
}

const WHAT: Readonly<Record<RowDifference['what'], string>> = {
  DIFFERENT: 'differs',
  MISSING: 'is missing',
  EXTRA: 'follows from nothing in the log',
};

function differing({ table, what, key, columns }: RowDifference): string {
  const row = Object.entries(key).map(([column, value]) => `${column} ${value}`);
  return `  ${table}: the row ${row.join(', ')} ${WHAT[what]}${columns.length > 0 ? ` in ${columns.join(', ')}` : ''}`;
}
