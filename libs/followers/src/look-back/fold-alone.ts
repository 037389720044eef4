import type { RecordedEvent } from '#event-store';
import { type Table, keyText } from '#postgres';
import { HandlerFailed } from '../follower-errors.js';
import type { AnyRow } from '../read-model/change.js';
import { type TableRows, foldTable, keysWanted, planOf } from '../read-model/fold.js';
import type { ReadModel } from '../read-model/read-model.js';

/** What one event makes of the rows of one table. */
interface FoldedTable {
  readonly table: Table;
  readonly into: TableRows & { readonly appended: readonly AnyRow[] };
}

/**
 * Folds one event by itself: all of what it means, or nothing where it does not go onto what is there.
 * @param load the rows with these keys
 * @returns undefined where it does not go
 */
export async function foldAlone(
  model: ReadModel,
  event: RecordedEvent,
  load: (table: Table, keys: readonly unknown[]) => readonly AnyRow[] | Promise<readonly AnyRow[]>,
): Promise<readonly FoldedTable[] | undefined> {
  try {
    const folded: FoldedTable[] = [];
    for (const part of planOf(model, [event]).tables) {
      const { table } = part;
      const found = await load(table, [...keysWanted(part).values()]);
      const rows = new Map(found.map((row) => [keyText(table, row), row]));
      const into = { rows, changed: new Set<string>(), appended: [], isPartial: true };
      foldTable(model, part, into);
      folded.push({ table, into });
    }
    return folded;
  } catch (error) {
    if (error instanceof HandlerFailed) return undefined;
    throw error;
  }
}
