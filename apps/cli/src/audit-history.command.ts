import type { Command } from 'commander';
import { STREAMS } from '#contexts';
import {
  type Difference,
  type EventPlace,
  type FoldedStream,
  type HistoryAsked,
  type HistoryEvent,
  type HistoryTold,
  LOG_INDEX,
  LogPlaces,
  TooMuchHistory,
  historyOf,
  historyOfEvent,
  waitForPosition,
} from '#followers';
import { uuidIn, wholeIn } from './arguments.js';
import { ExitCode, fail } from './exit.js';
import { useDatabase } from './use-database.js';
import { OF_LOG, folderToLookInto, useSealedLog } from './use-log.js';

const NOTHING =
  'Nothing with this id has events of its own; --all tells what others say of it / Tidak ada yang ber-id ini dan mempunyai peristiwa sendiri; --all memuat yang dikatakan peristiwa lain';

interface Asked {
  readonly data?: string;
  readonly json?: true;
  readonly all?: true;
  readonly limit: number;
}

/** How long the index of the log may take to have seen the newest event. */
export const INDEX_WAIT_MS = 30_000;

const MOST_EVENTS = 999_999;

/** So many are held at the same time, each with what it says, its links and its difference. */
const PAGE = 500;

/** `lindung audit history` */
export function historyCommand(history: Command): void {
  history
    .argument(
      '<id>',
      'of a person, an employer, a facility, an accident, a claim, a payment …, or of one event',
      uuidIn,
    )
    .option('--all', 'also the events of others that name it')
    .option('--limit <events>', 'so many at most', wholeIn(1, MOST_EVENTS), 200)
    .option(...OF_LOG)
    .option('--json', 'print the events as a JSON list')
    .addHelpText('after', '\nWhat is personal stays sealed, here too.')
    .action(run);
}

async function run(id: string, { data, json, all, limit }: Asked): Promise<void> {
  const folder = folderToLookInto(data);
  const told = await useSealedLog(folder, (log) =>
    useDatabase(folder, async (database) => {
      const upTo = (await log.lastPosition()) ?? 0n;
      await waitForPosition(database, LOG_INDEX, upTo, INDEX_WAIT_MS);
      const streams = STREAMS as unknown as readonly FoldedStream[];
      const from = { log, places: new LogPlaces(database), streams };
      return write(pagesOf(from, id, { scope: all ? 'ALL' : 'OWN', upTo, limit }), json);
    }),
  ).catch((error: unknown) => {
    if (!(error instanceof TooMuchHistory)) throw error;
    fail(
      `${error.message}: leave out --all / Terlalu banyak aliran menyebutnya: jalankan tanpa --all`,
      ExitCode.FAILED,
    );
    return undefined;
  });
  if (told === 'NOTHING') return fail(NOTHING, ExitCode.FAILED);
  if (!json && told === 'MORE') process.stdout.write(`There are more than ${limit}: say --limit.\n`);
}

interface HistoryPage {
  readonly events: readonly HistoryEvent[];
  /** There is another behind it, whether or not that is asked for. */
  readonly hasMore: boolean;
}

/** The history of a thing page by page, up to so many events; of one event where nothing else has this id. */
async function* pagesOf(
  from: HistoryTold,
  id: string,
  { limit, ...asked }: HistoryAsked,
): AsyncGenerator<HistoryPage> {
  const page = (left: number, behind?: EventPlace) =>
    historyOf(from, id, { ...asked, behind, limit: Math.min(PAGE, left) });
  let found = await page(limit);
  if (found.length === 0) {
    const one = await historyOfEvent(from, id, asked.upTo);
    if (one) yield { events: [one], hasMore: false };
  }
  for (let left = limit; left > 0 && found.length > 0; left -= PAGE) {
    const events = found.slice(0, Math.min(PAGE, left));
    yield { events, hasMore: found.length > events.length };
    const last = events.at(-1);
    if (!last || found.length === events.length || left <= PAGE) return;
    const { position, stream: streamId, revision } = last;
    found = await page(left - PAGE, { position, streamId, revision });
  }
}

async function write(
  pages: AsyncIterable<HistoryPage>,
  json: true | undefined,
): Promise<'NOTHING' | 'ALL' | 'MORE'> {
  let told: 'NOTHING' | 'ALL' | 'MORE' = 'NOTHING';
  for await (const { events, hasMore } of pages) {
    const before = told === 'NOTHING' ? '[' : ',';
    const listed = events.map((event) => JSON.stringify(event)).join(',');
    process.stdout.write(json ? `${before}${listed}` : events.map(inWords).join(''));
    told = hasMore ? 'MORE' : 'ALL';
  }
  if (json && told !== 'NOTHING') process.stdout.write(']\n');
  return told;
}

function inWords(event: HistoryEvent): string {
  const { position, type, stream, revision, recordedAt, effectiveOn, actorId, roles, office } = event;
  const lines = [
    `${position.padStart(8)}  ${type.padEnd(30)} ${stream} @${revision}`,
    `          recorded ${recordedAt}${effectiveOn ? `, effective ${effectiveOn}` : ''}, by ${actorId} (${roles.join(', ')}) of ${office}`,
    ...(event.reason ? [`          reason ${event.reason}`] : []),
    ...(event.cause ? [`          because of ${event.cause.type} at ${event.cause.position}`] : []),
    ...event.consequences.map((one) => `          led to ${one.type} at ${one.position} in ${one.stream}`),
    ...(event.moreConsequences ? ['          and to more'] : []),
    ...event.difference.slice(0, MOST_LINES).map(differing),
    ...(event.difference.length > MOST_LINES
      ? [`          … and ${event.difference.length - MOST_LINES} more: --json shows all`]
      : []),
  ];
  return `${lines.join('\n')}\n`;
}

const MOST_LINES = 12;

function differing({ path, before, after }: Difference): string {
  const told = (value: unknown) => (value === undefined ? '–' : JSON.stringify(value));
  return `          ${path}: ${told(before)} -> ${told(after)}`;
}
