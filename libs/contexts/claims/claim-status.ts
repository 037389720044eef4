import type { Reading } from '#kernel';
import { claims } from './domain/claim.js';
import { jkkClaimId } from './streams.js';

/** Whether the claim for an accident was approved, by the log: its payments are then settled on. */
export async function jkkClaimApproved(read: Reading, accidentId: string): Promise<boolean> {
  return (await read.state(claims, jkkClaimId(accidentId))).situation === 'APPROVED';
}
