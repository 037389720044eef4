import { userInfo } from 'node:os';
import type { Command } from 'commander';
import { instant } from '#kernel';
import type { Database } from '#postgres';
import {
  type DeadLetter,
  type Retried,
  discard,
  letterOf,
  lettersThatWait,
  retryStream,
  waitingStreams,
} from '#reporting';
import { uuidIn } from './arguments.js';
import { ExitCode, fail } from './exit.js';
import { plainTable } from './tables.js';
import { OF_DATABASE, useDatabase } from './use-database.js';

interface Options {
  readonly data?: string;
  readonly json?: true;
}

/** `lindung reports dead-letters …` */
export function addDeadLetterCommands(letters: Command): void {
  const withOptions = (command: Command) =>
    command.option(...OF_DATABASE).option('--json', 'print the result as JSON');
  withOptions(letters.command('list').description('those that wait, oldest first')).action(list);
  withOptions(
    letters
      .command('retry')
      .description('take in what waits in the stream of a message, in its order, as far as that goes now')
      .argument('[id]', 'id of the message; every stream in which something waits unless given', uuidIn),
  ).action(retry);
  withOptions(
    letters
      .command('discard')
      .description('give a message up for good, and take in what waits behind it')
      .argument('<id>', 'id of the message', uuidIn)
      .requiredOption('--reason <text>', 'why; no personal data'),
  ).action(giveUp);
}

const by = () => ({ actor: `cli:${userInfo().username}`, at: instant(new Date().toISOString()) });

async function list({ data, json }: Options): Promise<void> {
  const letters = await useDatabase(data, lettersThatWait);
  if (json) {
    process.stdout.write(`${JSON.stringify(letters, undefined, 2)}\n`);
    return;
  }
  const table = plainTable({ head: ['id', 'stream', 'reason', 'detail'] });
  table.push(
    ...letters.map(({ deadLetterId, stream, reason, detail }) => [deadLetterId, stream, reason, detail]),
  );
  process.stdout.write(letters.length === 0 ? 'Nothing waits.\n' : `${table.toString()}\n`);
}

async function retry(id: string | undefined, { data, json }: Options): Promise<void> {
  await useDatabase(data, async (database) => {
    const letter = id === undefined ? undefined : await waitingLetter(database, id);
    if (id !== undefined && !letter) return;
    const streams = letter ? [letter.stream] : await waitingStreams(database);
    const outcomes: (Retried & { stream: string })[] = [];
    for (const stream of streams) outcomes.push({ stream, ...(await retryStream(database, stream, by())) });
    tell(outcomes, json);
  });
}

async function giveUp(id: string, { data, json, reason }: Options & { reason: string }): Promise<void> {
  await useDatabase(data, async (database) => {
    const letter = await waitingLetter(database, id);
    if (letter) tell([{ stream: letter.stream, ...(await discard(database, letter, reason, by())) }], json);
  });
}

async function waitingLetter(
  database: Database,
  id: string,
): Promise<Pick<DeadLetter, 'deadLetterId' | 'stream'> | undefined> {
  const letter = await letterOf(database, id);
  if (letter?.state === 'WAITING') return letter;
  fail(
    letter ? 'this message does not wait any more' : 'no message with this id was put aside',
    ExitCode.FAILED,
  );
  return undefined;
}

function tell(outcomes: readonly (Retried & { readonly stream: string })[], json: true | undefined): void {
  if (json) {
    process.stdout.write(`${JSON.stringify(outcomes, undefined, 2)}\n`);
    return;
  }
  for (const { stream, takenIn, waiting, because } of outcomes) {
    const why = because === undefined ? '' : `: ${because}`;
    process.stdout.write(`${stream}: ${takenIn} taken in, ${waiting} waiting${why}\n`);
  }
  if (outcomes.length === 0) process.stdout.write('Nothing waits.\n');
}
