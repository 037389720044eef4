import type { RecordedEvent } from '#event-store';
import { type Row, type Table, keyText } from '#postgres';
import { HandlerFailed } from '../follower-errors.js';
import { type AnyRow, type Change, Each, Via } from './change.js';
import { type ReadModel, type TableMap, schemaOf } from './read-model.js';

/** One change at its place in the log. What a look-up has to tell stands in it once the look-up was folded. */
interface Step {
  readonly event: RecordedEvent;
  readonly change: Change;
  subject: unknown;
  /** The text of its key, once that is known. */
  key?: string;
}

/** What happens to one table, in log order: its own changes, and what others ask it. */
type Work = readonly (Step | { readonly asks: Via<unknown>; readonly for: Step })[];

/** The rows of one table that a batch touches, as they stand and as the batch leaves them. */
export interface TableRows {
  /** By the text of their keys; undefined: there is none. */
  readonly rows: Map<string, AnyRow | undefined>;
  /** Keys whose rows the batch changed. */
  readonly changed: Set<string>;
  /** Rows that are new for certain. */
  readonly appended: AnyRow[];
  /** Keys of which it is known that nothing stands there. */
  readonly absent?: Set<string>;
  /** Only some streams are folded: a change of a row that is not there is about something else. */
  readonly isPartial?: boolean;
}

/** What a batch means, before any row is known. */
interface Plan {
  /** Events that meant something. */
  readonly handled: number;
  /** Tables with something to do, in the order in which they must be folded. */
  readonly tables: readonly { readonly table: Table; readonly work: Work }[];
}

/**
 * Asks the read model what these events mean, in log order.
 * @throws HandlerFailed
 */
export function planOf(model: ReadModel, events: readonly RecordedEvent[]): Plan {
  const parts = Object.values(model.tables).map((table) => ({ table, work: [] as Work[number][] }));
  const placeOf = (table: Table): number => {
    const place = parts.findIndex((part) => part.table === table);
    if (place < 0) throw new RangeError(`${table.name} is not a table of ${model.name}`);
    return place;
  };
  let handled = 0;
  for (const event of events) {
    naming(model, event, () => {
      const changes = changesOf(model, event);
      if (changes.length > 0) handled++;
      for (const change of changes) {
        const step = { event, change, subject: change.subject };
        const place = placeOf(change.table);
        if (change.subject instanceof Via) {
          const above = placeOf(change.subject.table);
          if (above >= place) throw askedTooLate(change);
          parts[above]?.work.push({ asks: change.subject, for: step });
        }
        parts[place]?.work.push(step);
      }
    });
  }
  return { handled, tables: parts.filter(({ work }) => work.length > 0) };
}

/** Whether a read model has an answer to an event, be it that nothing changes. @throws HandlerFailed */
export const isAnswered = (model: ReadModel, event: RecordedEvent): boolean =>
  naming(
    model,
    event,
    () => model.every !== undefined || model.on[event.type] !== undefined || model.tell(event) !== undefined,
  );

function changesOf(model: ReadModel, event: RecordedEvent): readonly Change[] {
  const changes = (model.every ?? model.on[event.type])?.(event) ?? [];
  const telling = model.tell(event);
  return telling ? [...changes, telling] : changes;
}

function askedTooLate({ table, subject }: Change): RangeError {
  return new RangeError(
    `${(subject as Via<unknown>).table.name} is a look-up of ${table.name} and must stand above it in \`tables\``,
  );
}

/** The keys whose rows must be known before the table can be folded. Tables above it must have been folded. */
export function keysWanted({ table, work }: Plan['tables'][number]): Map<string, unknown> {
  const wanted = new Map<string, unknown>();
  const given = new Set<string>();
  for (const one of work) {
    const key = 'asks' in one ? one.asks.key : one.subject;
    if (key === undefined) continue;
    if (key instanceof Each) {
      for (const each of key.keys) wanted.set(keyText(table, each), each);
      continue;
    }
    if ('change' in one && one.change.beside !== undefined) {
      const other = keyText(table, one.change.beside);
      if (!given.has(other)) wanted.set(other, one.change.beside);
    }
    const text = keyText(table, key);
    if ('change' in one) one.key = text;
    if ('asks' in one || one.change.needs !== 'nothing') {
      if (!given.has(text)) wanted.set(text, key);
    } else {
      given.add(text);
    }
  }
  return wanted;
}

/**
 * Folds the work on one table into rows that hold those wanted.
 * @throws HandlerFailed
 */
export function foldTable(model: ReadModel, { table, work }: Plan['tables'][number], into: TableRows): void {
  const isAsked = work.some((one) => 'asks' in one);
  for (const one of work) {
    if ('asks' in one) {
      const found = into.rows.get(keyText(table, one.asks.key));
      one.for.subject = found && naming(model, one.for.event, () => one.asks.to(found));
    } else if (one.subject !== undefined) {
      naming(model, one.event, () => foldOne(table, one, into, isAsked));
    }
  }
}

function foldOne(
  table: Table,
  { change, subject, key: known }: Step,
  { rows, changed, appended, absent, isPartial = false }: TableRows,
  isAsked: boolean,
): void {
  if (change.isAppended) {
    appended.push(subject as AnyRow);
    if (isAsked) rows.set(keyText(table, subject), subject as AnyRow);
    return;
  }
  if (subject instanceof Each) {
    for (const each of subject.keys) {
      const key = keyText(table, each);
      rows.set(key, change.to(rows.get(key), each as AnyRow, subject.named));
      changed.add(key);
    }
    return;
  }
  const key = known ?? keyText(table, subject);
  if (change.isNew) absent?.add(key);
  const row = change.needs === 'nothing' ? undefined : rows.get(key);
  if (change.needs === 'row' && !row) {
    if (isPartial) return;
    throw new Error(`${table.name} has no row for it`);
  }
  const beside = change.beside === undefined ? undefined : rows.get(keyText(table, change.beside));
  rows.set(key, change.to(row, subject as AnyRow, beside));
  changed.add(key);
}

/** Says of a failure which event it was about. */
function naming<Result>(model: ReadModel, event: RecordedEvent, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw new HandlerFailed(schemaOf(model), event, error);
  }
}

/** The rows of a read model in memory, by the text of their keys. */
export type FoldedRows<Tables extends TableMap> = {
  readonly [Name in keyof Tables & string]: Map<string, Row<Tables[Name]>>;
};

/**
 * What a read model would hold after these events: the same functions, without a database. They are to be of its
 * categories, in log order and without gaps; `into` holds what came before and is changed.
 * @param isPartial these are the events of some streams only: what they say of rows that others would have made is left out
 * @throws HandlerFailed
 */
export function foldRows<Tables extends TableMap>(
  model: ReadModel<Tables>,
  events: readonly RecordedEvent[],
  into: FoldedRows<Tables> = noRows(model),
  { isPartial = false }: Pick<TableRows, 'isPartial'> = {},
): FoldedRows<Tables> {
  for (const part of planOf(model, events).tables) {
    const rows = into[part.table.name] as Map<string, AnyRow | undefined>;
    const folded: TableRows = { rows, changed: new Set(), appended: [], isPartial };
    foldTable(model, part, folded);
    for (const key of folded.changed) if (rows.get(key) === undefined) rows.delete(key);
    for (const row of folded.appended) rows.set(keyText(part.table, row), row);
  }
  return into;
}

/** The tables of a read model before the first event. */
export function noRows<Tables extends TableMap>(model: ReadModel<Tables>): FoldedRows<Tables> {
  return Object.fromEntries(
    Object.keys(model.tables).map((name) => [name, new Map()]),
  ) as unknown as FoldedRows<Tables>;
}
