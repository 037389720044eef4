import type { RecordedEvent } from '#event-store';
import type { DomainEvent, LocalDate } from '#kernel';
import type { Transaction } from '#read-store';
import type { ScholarshipTables } from './scholarship.tables.js';

/** Adds an event to the story of a scholarship. */
export async function tell(
  tables: Transaction<ScholarshipTables>,
  {
    id,
    position,
    revision,
    type,
    recordedAt,
    metadata,
    data,
  }: RecordedEvent<DomainEvent<string, { effectiveOn: LocalDate }>>,
  scholarshipId: string,
  year: number | null = null,
): Promise<void> {
  await tables
    .insertInto('timeline')
    .values({
      event_id: id,
      scholarship_id: scholarshipId,
      position: String(position),
      revision: Number(revision),
      type,
      year,
      effective_on: data.effectiveOn,
      recorded_at: recordedAt,
      actor_id: metadata.actor.id,
      office: metadata.actor.office,
    })
    .execute();
}
