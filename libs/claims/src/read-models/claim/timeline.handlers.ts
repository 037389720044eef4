import type { RecordedEvent } from '#event-store';
import type { DomainEvent, LocalDate } from '#kernel';
import type { Transaction } from '#read-store';
import type { ClaimTables } from './claim.tables.js';

/** Adds an event to the story of the claim, accident or payout whose stream it stands in. */
export async function tell(
  event: RecordedEvent<DomainEvent<string, { effectiveOn: string }>>,
  tables: Transaction<ClaimTables>,
): Promise<void> {
  const { id, streamId, position, revision, type, recordedAt, metadata, data } = event;
  await tables
    .insertInto('timeline')
    .values({
      event_id: id,
      subject_id: streamId.slice(streamId.indexOf('-') + 1),
      position: String(position),
      revision: Number(revision),
      type,
      effective_on: data.effectiveOn as LocalDate,
      recorded_at: recordedAt,
      actor_id: metadata.actor.id,
      office: metadata.actor.office,
    })
    .execute();
}
