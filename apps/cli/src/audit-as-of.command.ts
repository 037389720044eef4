import type { Command } from 'commander';
import { CONTEXTS } from '#contexts';
import type { EventStore } from '#event-store';
import {
  type KnownAt,
  type KnownPlace,
  LogPlaces,
  NoSuchPast,
  type ReadModel,
  TooMuchToFold,
  foldAbout,
  givenRows,
  placeKnownAt,
} from '#followers';
import { DAY, INSTANT, type Instant, type LocalDate, POSITION } from '#kernel';
import type { Database } from '#postgres';
import { uuidIn } from './arguments.js';
import { ExitCode, fail } from './exit.js';
import { INDEX_WAIT_MS } from './audit-history.command.js';
import { useDatabase } from './use-database.js';
import { OF_LOG, folderToLookInto, useSealedLog } from './use-log.js';

interface Asked {
  readonly data?: string;
  readonly json?: true;
  readonly knownAt?: string;
  readonly effectiveOn?: string;
}

const READ_MODELS = CONTEXTS.flatMap(({ readModels = [] }) => readModels);
const NAMES = READ_MODELS.map(({ name }) => name);

/** `lindung audit as-of` */
export function asOfCommand(asOf: Command): void {
  asOf
    .argument('<kind>', `what it is: ${NAMES.join(', ')}`)
    .argument('<id>', 'the id of the thing', uuidIn)
    .option('--known-at <when>', 'a position of the log, or a moment with its offset; now unless told')
    .option('--effective-on <day>', 'count only what takes effect on this day or before')
    .option(...OF_LOG)
    .option('--json', 'print the rows as JSON')
    .addHelpText(
      'after',
      `
The rows are folded from the log by the functions of the read models, so they are what those showed then. What is personal stays
sealed. Lists and totals of the past are asked of the query API: docs/how-to/look-back.md`,
    )
    .action(run);
}

async function run(kind: string, id: string, { data, json, knownAt, effectiveOn }: Asked): Promise<void> {
  const model = READ_MODELS.find(({ name }) => name === kind);
  if (!model) return fail(`There is no ${kind}. There are: ${NAMES.join(', ')}`, ExitCode.UNUSABLE_INPUT);
  if (effectiveOn !== undefined && !DAY.fits(effectiveOn))
    return fail(`--effective-on must be ${DAY.words.en}`, ExitCode.UNUSABLE_INPUT);
  const known = knownAt === undefined ? undefined : knownAtOf(knownAt);
  if (known === null)
    return fail(`--known-at must be a position of the log, or ${INSTANT.words.en}`, ExitCode.UNUSABLE_INPUT);
  try {
    const found = await foldedAt(model, id, known, effectiveOn, data);
    process.stdout.write(json ? `${JSON.stringify(found)}\n` : inWords(found));
    if (Object.keys(found.tables).length === 0) process.exitCode = ExitCode.FAILED;
  } catch (error) {
    if (!(error instanceof NoSuchPast || error instanceof TooMuchToFold)) throw error;
    fail(error instanceof NoSuchPast ? `${error.message}${boundsOf(error)}` : error.message, ExitCode.FAILED);
  }
}

function knownAtOf(text: string): KnownAt | null {
  if (POSITION.fits(text)) return { position: BigInt(text) };
  const moment = INSTANT.normal(text);
  return INSTANT.fits(moment) ? { moment } : null;
}

const boundsOf = ({ bounds }: NoSuchPast) =>
  bounds ? `. The log tells from position ${bounds.first.position} to ${bounds.last.position}` : '';

type AnyRow = Readonly<Record<string, unknown>>;

/** What was known, table by table: the rows that name the thing. */
interface Found {
  readonly asOf: {
    readonly position: string;
    readonly recordedAt: Instant;
    readonly effectiveOn: string | null;
  };
  readonly leftOut: number;
  readonly tables: Readonly<Record<string, readonly AnyRow[]>>;
}

function foldedAt(
  model: ReadModel,
  id: string,
  knownAt: KnownAt | undefined,
  effectiveOn: LocalDate | undefined,
  data: string | undefined,
): Promise<Found> {
  const folder = folderToLookInto(data);
  return useSealedLog(folder, (log) =>
    useDatabase(folder, async (database) => {
      const now = new Date().toISOString() as Instant;
      const place = await placeKnownAt(knownAt, { database, log, now, waitMs: INDEX_WAIT_MS });
      return foundOf({ database, log }, model, id, { ...place, effectiveOn });
    }),
  );
}

/** The rows that name a thing, by any of its ids. */
export async function foundOf(
  { database, log }: { readonly database: Database; readonly log: Pick<EventStore, 'readBatches'> },
  model: ReadModel,
  id: string,
  { recordedAt, ...asOf }: KnownPlace & { readonly effectiveOn?: LocalDate },
): Promise<Found> {
  const known = { database, log, places: new LogPlaces(database) };
  const { rows, leftOut, ids } = await foldAbout(known, model, [id], asOf);
  return { asOf: named({ ...asOf, recordedAt }), leftOut, tables: namingRows(model, rows, new Set(ids)) };
}

const named = ({
  position,
  recordedAt,
  effectiveOn,
}: KnownPlace & { readonly effectiveOn?: LocalDate }): Found['asOf'] => ({
  position: String(position),
  recordedAt,
  effectiveOn: effectiveOn ?? null,
});

function namingRows(
  model: ReadModel,
  rows: Parameters<typeof givenRows>[1],
  ids: ReadonlySet<unknown>,
): Found['tables'] {
  const tables = givenRows(model, rows).map(({ table, rows: all }) => {
    const about = (all as readonly AnyRow[]).filter((row) =>
      Object.values(row).some((value) => ids.has(value)),
    );
    return [table.name, about] as const;
  });
  return Object.fromEntries(tables.filter(([, about]) => about.length > 0));
}

function inWords({ asOf, leftOut, tables }: Found): string {
  const head = `Known at position ${asOf.position}, recorded ${asOf.recordedAt}${asOf.effectiveOn ? `, effective on ${asOf.effectiveOn} or before (${leftOut} events left out)` : ''}`;
  const parts = Object.entries(tables).map(([name, rows]) => `${name}\n${rows.map(rowInWords).join('\n')}`);
  return `${[head, ...(parts.length > 0 ? parts : ['Nothing was known of it.'])].join('\n\n')}\n`;
}

function rowInWords(row: AnyRow): string {
  const width = Math.max(...Object.keys(row).map((name) => name.length));
  return Object.entries(row)
    .filter(([, value]) => value !== null)
    .map(
      ([name, value]) =>
        `  ${name.padEnd(width)}  ${typeof value === 'string' ? value : JSON.stringify(value)}`,
    )
    .join('\n');
}
