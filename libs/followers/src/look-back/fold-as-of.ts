import type { RecordedEvent } from '#event-store';
import type { LocalDate } from '#kernel';
import { type GivenTable, type Table, keyText } from '#postgres';
import type { AnyRow } from '../read-model/change.js';
import { type FoldedRows, foldRows, noRows } from '../read-model/fold.js';
import { foldAlone } from './fold-alone.js';
import type { ReadModel, TableMap } from '../read-model/read-model.js';

/**
 * A view of the past on two axes. What is known: the events up to a position of the log. What counts: of these, those that take
 * effect on a day or before; all of them where no day is named.
 */
export interface AsOf {
  readonly position: bigint;
  readonly effectiveOn?: LocalDate;
}

/** Whether an event takes effect by a day. What says no day of its own counts since it was recorded. */
export function countsOn({ data }: Pick<RecordedEvent, 'data'>, day: LocalDate | undefined): boolean {
  const { effectiveOn } = data as { readonly effectiveOn?: unknown };
  return day === undefined || typeof effectiveOn !== 'string' || effectiveOn <= day;
}

/** What a read model holds of some streams in a view of the past. */
export interface RowsAsOf<Tables extends TableMap = TableMap> {
  readonly rows: FoldedRows<Tables>;
  /** Events that were known and did not count: effective later, or about what was not there yet on that day. */
  readonly leftOut: number;
}

/**
 * Folds the events of some streams as the read model does, up to a place in the log.
 * @param events in the order of the log, each stream from its beginning
 * @throws HandlerFailed
 */
export async function foldAsOf<Tables extends TableMap>(
  model: ReadModel<Tables>,
  events: readonly RecordedEvent[],
  { position, effectiveOn }: AsOf,
): Promise<RowsAsOf<Tables>> {
  const known = events.filter((event) => event.position <= position);
  if (effectiveOn === undefined) {
    return { rows: foldRows(model, known, noRows(model), { isPartial: true }), leftOut: 0 };
  }
  const counted = known.filter((event) => countsOn(event, effectiveOn));
  const rows = noRows(model);
  let leftOut = known.length - counted.length;
  for (const event of counted) if (!(await foldsOnto(model, event, rows))) leftOut++;
  return { rows, leftOut };
}

/** Without what takes effect later, what rests on it may have nothing to rest on: then it does not count either. */
async function foldsOnto<Tables extends TableMap>(
  model: ReadModel<Tables>,
  event: RecordedEvent,
  folded: FoldedRows<Tables>,
): Promise<boolean> {
  const rowsOf = (table: Table) => folded[table.name] as Map<string, AnyRow>;
  const changes = await foldAlone(model, event, (table, keys) =>
    keys.flatMap((key): readonly AnyRow[] => {
      const row = rowsOf(table).get(keyText(table, key));
      return row ? [row] : [];
    }),
  );
  for (const { table, into } of changes ?? []) {
    for (const key of into.changed) {
      const row = into.rows.get(key);
      if (row) rowsOf(table).set(key, row);
      else rowsOf(table).delete(key);
    }
    for (const row of into.appended) rowsOf(table).set(keyText(table, row), row);
  }
  return changes !== undefined;
}

/** Folded rows as the tables of a question. */
export function givenRows<Tables extends TableMap>(
  { tables }: ReadModel<Tables>,
  rows: FoldedRows<Tables>,
): (GivenTable & { readonly rows: readonly AnyRow[] })[] {
  return Object.entries(tables).map(([name, table]) => ({
    table,
    rows: [...((rows as Readonly<Record<string, Map<string, object>>>)[name]?.values() ?? [])] as AnyRow[],
  }));
}
