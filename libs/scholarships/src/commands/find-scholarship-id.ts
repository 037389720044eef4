import { type EventStore, readState } from '#event-store';
import { scholarship } from '../domain/scholarship.js';
import type { ScholarshipGrant } from '../processes/scholarship-grants.js';
import { earlierScholarshipIdOf, scholarshipIdOf } from '../scholarship-id.js';
import { scholarshipStream } from '../streams.js';

/** The id under which a scholarship is granted, or was granted before. */
export async function findScholarshipId(store: EventStore, grant: ScholarshipGrant): Promise<string> {
  const earlier = earlierScholarshipIdOf(grant);
  const { situation } = await readState(store, scholarshipStream(earlier), scholarship);
  return situation === 'UNKNOWN' ? scholarshipIdOf(grant) : earlier;
}
