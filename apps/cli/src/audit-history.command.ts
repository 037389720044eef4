import type { Command } from 'commander';
import { STREAMS } from '#contexts';
import {
  type Difference,
  type FoldedStream,
  type HistoryEvent,
  LOG_INDEX,
  LogPlaces,
  historyOf,
  historyOfEvent,
  waitForPosition,
} from '#followers';
import { UUID } from '#kernel';
import { ExitCode, fail } from './exit.js';
import { useDatabase } from './use-database.js';
import { OF_LOG, folderToLookInto, useSealedLog } from './use-log.js';

interface Asked {
  readonly data?: string;
  readonly json?: true;
  readonly all?: true;
  readonly limit: string;
}

/** How long the index of the log may take to have seen the newest event. */
export const INDEX_WAIT_MS = 30_000;

/** `lindung audit history` */
export function historyCommand(history: Command): void {
  history
    .argument(
      '<id>',
      'of a person, an employer, a facility, an accident, a claim, a payment …, or of one event',
    )
    .option('--all', 'also the events of others that name it')
    .option('--limit <events>', 'so many at most', '200')
    .option(...OF_LOG)
    .option('--json', 'print the events as a JSON list')
    .addHelpText('after', '\nWhat is personal stays sealed, here too.')
    .action(run);
}

async function run(id: string, { data, json, all, limit }: Asked): Promise<void> {
  if (!UUID.fits(id)) return fail('The id must be a UUID', ExitCode.UNUSABLE_INPUT);
  if (!/^[1-9]\d{0,5}$/.test(limit)) return fail('--limit must be a whole number', ExitCode.UNUSABLE_INPUT);
  const folder = folderToLookInto(data);
  const found = await useSealedLog(folder, (log) =>
    useDatabase(folder, async (database) => {
      const upTo = (await log.lastPosition()) ?? 0n;
      await waitForPosition(database, LOG_INDEX, upTo, INDEX_WAIT_MS);
      const streams = STREAMS as unknown as readonly FoldedStream[];
      const told = { log, places: new LogPlaces(database), streams };
      const asked = { scope: all ? 'ALL' : 'OWN', upTo, limit: Number(limit) } as const;
      const events = await historyOf(told, id, asked);
      const one = events.length > 0 ? undefined : await historyOfEvent(told, id, upTo);
      return one ? [one] : events;
    }),
  );
  if (found.length === 0) return fail('Nothing was recorded of anything with this id', ExitCode.FAILED);
  const shown = found.slice(0, Number(limit));
  if (json) process.stdout.write(`${JSON.stringify(shown)}\n`);
  else process.stdout.write(shown.map(inWords).join(''));
  if (!json && found.length > shown.length)
    process.stdout.write(`There are more than ${limit}: say --limit.\n`);
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
