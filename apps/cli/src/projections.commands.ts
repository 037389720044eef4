import { userInfo } from 'node:os';
import { type Command, Option } from 'commander';
import { type ListedFollower, listFollowers, recordSkip } from '#followers';
import type { Database } from '#postgres';
import { positionIn } from './arguments.js';
import { ExitCode, fail } from './exit.js';
import { rebuildCommand, unknownAmong } from './projections-rebuild.command.js';
import { verifyCommand } from './projections-verify.command.js';
import { OF_DATABASE, useDatabase } from './use-database.js';

interface Where {
  readonly data?: string;
  readonly json?: true;
}

interface SkipOptions extends Where {
  readonly position: bigint;
  readonly reason: string;
  readonly by: string;
  readonly force?: true;
}

/** `lindung projections …`: works on `DATABASE_URL`, or on the data folder of `npm start`. */
export function addProjectionsCommands(projections: Command): void {
  withPlace(projections.command('list'))
    .description('read models, processes and the relay: version, place in the log, what they pass over')
    .action((options: Where) => useDatabase(options.data, (database) => list(database, options)));

  withPlace(projections.command('skip'))
    .description(
      'have one of them pass over one event that it cannot apply; recorded, and shown until it is built anew',
    )
    .argument('<name>', 'name with version, such as claim_v4: see `lindung projections list`')
    .addOption(
      new Option('--position <position>', 'position of the event in the log')
        .argParser(positionIn)
        .makeOptionMandatory(),
    )
    .requiredOption('--reason <text>', 'why; kept for good, so nothing about a person')
    .option('--by <who>', 'who decided it', userInfo().username)
    .option('--force', 'also where it does not fail at this event')
    .action((name: string, options: SkipOptions) =>
      useDatabase(options.data, (database) => skip(database, name, options)),
    );

  verifyCommand(projections.command('verify'));

  rebuildCommand(projections.command('rebuild'));
}

function withPlace(command: Command): Command {
  return command.option(...OF_DATABASE).option('--json', 'print the result as JSON');
}

interface Line {
  readonly name: string;
  readonly version: number;
  readonly position: string | null;
  /** Of the newest event seen, behind the newest that any of them has seen; 0 for those who are there. */
  readonly lagSeconds: number | null;
  readonly failingAt: string | null;
  readonly skipped: readonly object[];
}

async function list(database: Database, { json }: Where): Promise<void> {
  const followers = await listFollowers(database);
  const lines = followers.map((one) => lineOf(one, furthestOf(followers)));
  say(
    json
      ? JSON.stringify(lines, undefined, 2)
      : lines.map(inWords).join('\n') || 'Nobody follows the log yet.',
  );
}

/** Even those who have nothing to do move with the log, so whoever is furthest tells where it ends. */
function furthestOf(followers: readonly ListedFollower[]): bigint {
  return followers.reduce(
    (most, { position }) => (position !== null && position > most ? position : most),
    -1n,
  );
}

function lineOf(
  { follower, position, lastEventAt, failingAt, skipped }: ListedFollower,
  furthest: bigint,
): Line {
  const [, name = follower, version] = /^(.*)_v(\d+)$/.exec(follower) ?? [];
  const age = lastEventAt === null ? null : Math.round((Date.now() - Date.parse(lastEventAt)) / 1000);
  return {
    name,
    version: Number(version),
    position: position?.toString() ?? null,
    lagSeconds: position === furthest ? 0 : age,
    failingAt: failingAt?.toString() ?? null,
    skipped: skipped.map((one) => ({ ...one, position: one.position.toString() })),
  };
}

function inWords({ name, version, position, lagSeconds, failingAt, skipped }: Line): string {
  const words = [
    `${name}_v${version}`.padEnd(40),
    `version ${version}`,
    position === null ? withoutPlace(lagSeconds) : `position ${position}`,
    lagSeconds === null ? 'lag unknown' : `lag ${lagSeconds} s`,
    ...(failingAt === null ? [] : [`fails at ${failingAt}`]),
    ...skipped.map((one) => {
      const { position: at, reason, skippedBy } = one as Record<string, string>;
      return `passes over ${at} (${skippedBy}: ${reason})`;
    }),
  ];
  return words.join('  ');
}

/** Who has heard of events and stands nowhere hears of them from Kafka. */
const withoutPlace = (lagSeconds: number | null) =>
  lagSeconds === null ? 'before the first event' : 'no place in the log';

async function skip(
  database: Database,
  name: string,
  { position, reason, by, force, json }: SkipOptions,
): Promise<void> {
  const followers = await listFollowers(database);
  const follower = followers.find((one) => one.follower === name);
  const refusal = follower ? refusalOf(follower, position, force ?? false) : unknownAmong(name, followers);
  if (refusal !== undefined) return fail(refusal, ExitCode.FAILED);
  if (reason.trim() === '') return fail('The reason is empty', ExitCode.UNUSABLE_INPUT);
  const isNew = await recordSkip(database, name, { position, reason, skippedBy: by });
  if (!isNew) return fail(`${name} passes over position ${position} already`, ExitCode.FAILED);
  say(
    json
      ? JSON.stringify({ name, position: String(position), reason, skippedBy: by })
      : `${name} passes over position ${position} when it tries again, within a minute. Its rows are wrong until it is mended and built anew: docs/how-to/operate.md`,
  );
}

function refusalOf({ follower, position: at, failingAt }: ListedFollower, position: bigint, force: boolean) {
  if (at !== null && position <= at) return `${follower} has got past position ${position}: it is at ${at}`;
  if (force || failingAt === position) return undefined;
  const fails = failingAt === null ? 'is not known to fail at an event' : `fails at position ${failingAt}`;
  return `${follower} ${fails}, not at ${position}: look again, or say --force`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
