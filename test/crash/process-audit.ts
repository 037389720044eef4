import { CONTEXTS } from '#contexts';
import { type Instant, categoryOf, derivedId, instant } from '#kernel';
import { stepsOf, tablesOf } from '#followers';
import { connectDatabase } from '#postgres';
import type { RawEvent } from '../compatibility/upgrade/raw-log.js';

/** A process as far as it is looked at from outside: what follows from which events. */
interface AnyProcess {
  readonly name: string;
  readonly version: number;
  readonly categories: readonly string[];
  readonly on: Readonly<Record<string, ((event: never) => readonly { readonly key: string }[]) | undefined>>;
}

export interface ProcessAudit {
  /** What follows from an event by what a process is, and was not done. */
  readonly forgotten: readonly string[];
  /** Commands of processes whose events the log has more than once. */
  readonly repeated: readonly string[];
}

/** What follows here depends on what is sealed, and whoever looks from outside has no keys: a card that was given has its number there. */
const LOOKS_INTO_SEALED = ['card-numbers'];

const PROCESSES = (
  CONTEXTS.flatMap(({ processes = [] }) => processes) as unknown as readonly AnyProcess[]
).filter(({ name }) => !LOOKS_INTO_SEALED.includes(name));

/** Whether the process manager, however often it was killed, has done all that follows from the log, and nothing of it twice. */
export async function processAudit(log: readonly RawEvent[], databaseUrl: string): Promise<ProcessAudit> {
  const database = connectDatabase({ url: databaseUrl, maxConnections: 1, applicationName: 'processes' });
  try {
    const done = new Set<string>();
    for (const process of PROCESSES) {
      const rows = tablesOf(database, stepsOf(process)).selectFrom('steps').select('commandId');
      for (const { commandId } of await rows.execute()) done.add(commandId);
    }
    return processFaults(PROCESSES, log, done);
  } finally {
    await database.close();
  }
}

/** The same of any processes. @param done commands that they say they have sent, by ids that name the process too */
export function processFaults(
  processes: readonly AnyProcess[],
  log: readonly RawEvent[],
  done: ReadonlySet<string>,
): ProcessAudit {
  const owing = processes.flatMap((process) => owedBy(process, log));
  const owed = new Set(owing.map(({ commandId }) => commandId));
  return {
    forgotten: owing.filter(({ commandId }) => !done.has(commandId)).map(({ words }) => words),
    repeated: [...runsOf(log)].flatMap(([command, runs]) =>
      runs > 1 && owed.has(command.split(' ')[0] ?? '') ? [command] : [],
    ),
  };
}

/** What follows from a log by what a process is. */
function owedBy({ name, categories, on }: AnyProcess, log: readonly RawEvent[]) {
  const recordedAt: Instant = instant('2026-11-20T03:15:00.000Z');
  return log
    .filter(({ stream, type }) => categories.includes(categoryOf(stream)) && Object.hasOwn(on, type))
    .flatMap(({ id, type, data, stream, revision }) => {
      const caused = { id, type, data, recordedAt, revision: BigInt(revision) };
      return (on[type]?.(caused as never) ?? []).map(({ key }) => ({
        commandId: derivedId(name, id, key),
        words: `${name} after ${type} of ${stream}: ${key}`,
      }));
    });
}

/** How often each command was recorded in each stream: events of one recording follow each other. */
function runsOf(log: readonly RawEvent[]): ReadonlyMap<string, number> {
  const last = new Map<string, number>();
  const runs = new Map<string, number>();
  for (const { commandId, stream, revision } of log) {
    const command = `${commandId} ${stream}`;
    if (last.get(command) !== revision - 1) runs.set(command, (runs.get(command) ?? 0) + 1);
    last.set(command, revision);
  }
  return runs;
}
