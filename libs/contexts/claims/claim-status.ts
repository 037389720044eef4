import { type EventStore, readState } from '#event-store';
import { claim } from './domain/claim.js';
import { claimStream, jkkClaimId } from './streams.js';

/** Whether the claim for an accident was approved, by the log: its payments are then settled on. */
export async function jkkClaimApproved(store: EventStore, accidentId: string): Promise<boolean> {
  const { situation } = await readState(store, claimStream(jkkClaimId(accidentId)), claim);
  return situation === 'APPROVED';
}
