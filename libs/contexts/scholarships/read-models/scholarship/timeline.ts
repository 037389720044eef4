import type { RecordedEvent } from '#event-store';
import { type Effective, toTimelineRow } from '#followers';
import { type Transaction } from '#postgres';
import type { ScholarshipTables } from './scholarship.tables.js';

/** Adds an event to the story of a scholarship, and of one of its years. */
export async function tell(
  tables: Transaction<ScholarshipTables>,
  event: RecordedEvent<Effective>,
  scholarshipId: string,
  year: number | null = null,
): Promise<void> {
  await tables
    .insertInto('timeline')
    .values({ ...toTimelineRow(event, scholarshipId), year })
    .execute();
}
