import type { RecordedEvent } from '#event-store';
import { type Table, createStatements, keyText } from '#postgres';
import { fingerprint } from './fingerprint.js';
import { foldTable, isAnswered, keysWanted, planOf } from './read-model/fold.js';
import type { FollowerIdentity, ReadModel } from './read-model/read-model.js';
import { type Writing, loadRows, writeRows } from './read-model/stored-rows.js';

/**
 * Whoever follows the log: whose events it sees, and what it does about them. A read model, a process and the relay are
 * three kinds of it. Its transactions find its tables without naming their schema.
 */
export interface Follower extends FollowerIdentity {
  /** Stream categories whose events it sees, and whose revisions are checked for gaps. */
  readonly categories: readonly string[];
  /** A fingerprint of the statements that make the tables: it tells when somebody changed them under the same version. */
  readonly shape: string;
  readonly tables: readonly Table[];
  /** Whether it does anything about an event, and writes anything; it does about each unless told. */
  readonly isConcerned?: (event: RecordedEvent) => boolean;
  /**
   * What must have happened before the place in the log is stored, outside any transaction. Gives what `write` is to know
   * of, event by event; fewer than it was given when it was told to stop.
   */
  act?(events: readonly RecordedEvent[], until: AbortSignal): Promise<readonly RecordedEvent[]>;
  /** Writes what these events mean, with the place in the log, and says how many meant something. */
  write(writing: Writing, events: readonly RecordedEvent[]): Promise<number>;
}

/** The first kind of follower: it keeps the tables of a read model. */
export function readModelFollower(model: ReadModel): Follower {
  const { name, version, categories } = model;
  const tables = Object.values(model.tables);
  return {
    name,
    version,
    categories,
    shape: fingerprint(tables.flatMap(createStatements)),
    tables,
    isConcerned: (event) => isAnswered(model, event),
    write: (writing, events) => foldBatch(writing, model, events),
  };
}

const asItIs = (table: Table): Table => table;

/** Where rows are written, and what may be missing there. */
interface Placing {
  /** As which table each of the read model stands there. */
  readonly placed?: (table: Table) => Table;
  /** Some events were left out: a change of a row that is not there is passed over. */
  readonly isPartial?: boolean;
}

/**
 * One query per table for the rows that the batch touches, a fold in log order, one statement per table.
 * @throws HandlerFailed, and nothing was written
 */
export async function foldBatch(
  writing: Writing,
  model: ReadModel,
  events: readonly RecordedEvent[],
  { placed = asItIs, isPartial = false }: Placing = {},
): Promise<number> {
  const plan = planOf(model, events);
  const folded = [];
  for (const part of plan.tables) {
    const wanted = keysWanted(part);
    const stored = await loadRows(writing.transaction, placed(part.table), [...wanted.values()]);
    const rows = new Map(stored.map((row) => [keyText(part.table, row), row]));
    const absent = new Set([...wanted.keys()].filter((key) => !rows.has(key)));
    const into = { rows, changed: new Set<string>(), appended: [], absent, isPartial };
    foldTable(model, part, into);
    folded.push({ table: part.table, into });
  }
  for (const { table, into } of folded) await writeRows(writing, placed(table), into);
  return plan.handled;
}
