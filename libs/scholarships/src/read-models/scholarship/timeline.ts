import type { RecordedEvent } from '#event-store';
import { type Effective, type Transaction, toTimelineRow } from '#read-store';
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
