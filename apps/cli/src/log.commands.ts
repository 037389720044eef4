import type { Command } from 'commander';
import {
  EventCodec,
  GRANTING_COMMAND,
  LOG_RIGHTS,
  type LogReport,
  NO_KEYS,
  areApart,
  grantRights,
  missingRights,
  userIn,
} from '#event-store';
import { EventStoreAdminConfig, EventStoreConfig, Group, loadConfig, storeAt } from '#runtime';
import { ExitCode, fail } from './exit.js';

class CheckConfig {
  @Group() readonly eventStore!: EventStoreConfig;
}

class PrepareConfig {
  @Group() readonly eventStore!: EventStoreConfig;
  @Group() readonly admin!: EventStoreAdminConfig;
}

interface LogArguments {
  readonly json?: true;
}

/** `lindung log …`: asks the log of `EVENTSTORE_URL`, whichever server it is. */
export function addLogCommands(log: Command): void {
  log
    .command('check')
    .description(
      'tell which server answers, who leads, and which of the rights that Lindung needs are missing',
    )
    .option('--json', 'print the result as one JSON object')
    .addHelpText(
      'after',
      `
Asks the log of EVENTSTORE_URL and records nothing. The exit code is 0 when Lindung can work with it, 1 when a right is missing,
nobody leads or nobody answers. Every app tells the same in its log when it starts.`,
    )
    .action(check);
  log
    .command('prepare')
    .description('give the user of EVENTSTORE_URL the rights that are missing, as an administrator')
    .option('--json', 'print the result as one JSON object')
    .addHelpText(
      'after',
      `
  ${GRANTING_COMMAND}

Run it once, after the user was made: an ordinary user may not read $all as a server is installed. Whoever has a right keeps it.
EVENTSTORE_ADMIN_URL is the same address for an administrator; no app needs it.`,
    )
    .action(prepare);
}

async function check({ json }: LogArguments): Promise<void> {
  const report = await reportOn(loadConfig(CheckConfig).eventStore);
  print(json, report, inWords(report));
  if (!isEnough(report)) process.exitCode = ExitCode.FAILED;
}

async function prepare({ json }: LogArguments): Promise<void> {
  const { eventStore, admin } = loadConfig(PrepareConfig);
  const user = userIn(eventStore.url);
  if (user === undefined) {
    return fail('EVENTSTORE_URL names no user: there is nobody to give rights to', ExitCode.UNUSABLE_INPUT);
  }
  const before = await reportOn(eventStore);
  const missing = missingRights(before);
  if (missing.length > 0) {
    const administered = await reportOn({ ...eventStore, url: admin.url });
    if (areApart(before.members, administered.members)) return fail(APART, ExitCode.UNUSABLE_INPUT);
  }
  const changed =
    missing.length > 0
      ? await grantRights({ admin: admin.url, user, missing, timeoutMs: eventStore.appendTimeoutMs })
      : [];
  const report = await reportOn(eventStore);
  print(json, { changed, ...report }, [
    ...(changed.length > 0
      ? changed
      : [`${isAllowed(before) ? NOTHING_MISSING : NOT_KNOWN}, and nothing was changed`]),
    ...inWords(report),
  ]);
  if (!isEnough(report)) process.exitCode = ExitCode.FAILED;
}

const APART = 'EVENTSTORE_URL and EVENTSTORE_ADMIN_URL lead to different servers; nothing was changed';
const NOTHING_MISSING = 'Nothing was missing';
const NOT_KNOWN = 'What is missing is not known';

async function reportOn(eventStore: EventStoreConfig): Promise<LogReport> {
  const store = storeAt(eventStore, new EventCodec(NO_KEYS));
  try {
    return await store.check();
  } finally {
    await store.close();
  }
}

function isEnough(report: LogReport): boolean {
  return report.noAppends === null && isAllowed(report);
}

function isAllowed({ rights }: LogReport): boolean {
  return LOG_RIGHTS.every((right) => rights[right] === 'given');
}

function inWords(report: LogReport): readonly string[] {
  const { version, leader, members, noAppends, user, rights, said } = report;
  const nodes = members.map(
    ({ address, state, isAlive }) => `${address} ${isAlive ? state : 'is not alive'}`,
  );
  const lines = [
    ['server', version === null ? 'states no version' : `version ${version}`],
    ['leader', leader ?? 'none'],
    ['nodes', nodes.join(', ')],
    ['signs in', user ?? 'nobody'],
    ...LOG_RIGHTS.map((right) => [right, rights[right]] as const),
  ] as const;
  return [
    ...lines.map(([what, found]) => `${what.padEnd(14)}${found}`),
    ...(noAppends === null ? [] : [`The event log ${noAppends}`]),
    ...said,
    ...adviceOn(report),
  ];
}

function adviceOn(report: LogReport): readonly string[] {
  if (missingRights(report).length === 0) return [];
  return report.user === null
    ? ['Nobody signs in: EVENTSTORE_URL has to name a user and the password']
    : ['An administrator gives what is missing:', `  ${GRANTING_COMMAND}`];
}

function print(json: true | undefined, result: object, lines: readonly string[]): void {
  process.stdout.write(`${json ? JSON.stringify(result, undefined, 2) : lines.join('\n')}\n`);
}
