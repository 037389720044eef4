import type { EventStore } from '#event-store';
import type { Database } from '#postgres';
import type { LogPlaces } from '../log-index/places.js';
import { idsOf } from '../read-model/aliases.js';
import type { ReadModel, TableMap } from '../read-model/read-model.js';
import { tablesOf } from '../tables-of.js';
import { type AsOf, type RowsAsOf, foldAsOf } from './fold-as-of.js';
import { eventsAbout } from './subject-events.js';

interface Known {
  readonly database: Database;
  readonly log: Pick<EventStore, 'readBatches'>;
  readonly places: LogPlaces;
}

/** What a read model holds of things in a view of the past. */
export interface FoldedAbout<Tables extends TableMap> extends RowsAsOf<Tables> {
  /** All ids by which those things are known. */
  readonly ids: readonly string[];
}

/**
 * Folds everything that tells of some things, as the read model does.
 * @throws TooMuchToFold
 * @throws HandlerFailed
 */
export async function foldAbout<Tables extends TableMap>(
  { database, ...known }: Known,
  model: ReadModel<Tables>,
  subjects: readonly string[],
  asOf: AsOf,
): Promise<FoldedAbout<Tables>> {
  const ids = await idsOfAll(database, model, subjects);
  const events = await eventsAbout(known, ids, model.categories, asOf.position);
  return { ...(await foldAsOf(model, events, asOf)), ids };
}

/** Whoever goes on under another id now had streams of that one before. */
async function idsOfAll(
  database: Database,
  model: ReadModel,
  subjects: readonly string[],
): Promise<readonly string[]> {
  if (!('aliases' in model.tables)) return subjects;
  const tables = tablesOf(database, model) as unknown as Parameters<typeof idsOf>[0];
  const known = await Promise.all(subjects.map((subject) => idsOf(tables, subject)));
  return [...new Set([...subjects, ...known.flat()])];
}
