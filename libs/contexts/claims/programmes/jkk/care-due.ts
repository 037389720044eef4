import { type LocalDate, type Reading, type Rupiah, totalOf } from '#kernel';
import { type Calculation, type CareCosts, calculateJkkCase } from '#law';
import { billingOfClaims } from '../../domain/late-invoices.js';
import { ofWork } from './assess.js';
import { jkkFacts } from './facts.js';
import { jkkClaimId } from '../claim-ids.js';

/**
 * What the law gives for costs of care of an accident, by the cover and the work that its claim rests on: for whoever pays them
 * apart from that claim.
 * @throws Rejection `PARTICIPANT_NOT_FOUND`, `ACCIDENT_NOT_FOUND`, `PROJECT_NOT_FOUND`
 */
export async function careDue(
  read: Reading,
  { participantId, accidentId }: { readonly participantId: string; readonly accidentId: string },
): Promise<(costs: CareCosts, claimDate: LocalDate) => Calculation> {
  const { accident, participant } = await jkkFacts(read, participantId, accidentId, jkkClaimId(accidentId));
  const { occurredOn: accidentDate, conclusion } = accident;
  const of = { segment: participant.segment, accidentDate, conclusion, ...ofWork(accident, participant) };
  return (costs, claimDate) => calculateJkkCase({ ...of, ...costs, claimDate, outcome: 'HEALED' });
}

/** What the claim of an accident pays of its care. */
export interface CareInClaim {
  /** Invoices that it does not pay: they came after its approval. */
  readonly late: readonly { readonly facilityId: string; readonly invoiceNumber: string }[];
  /** What it pays facilities themselves; absent until it is approved. */
  readonly toFacilitiesIdr?: Rupiah;
}

export async function careInClaim(read: Reading, accidentId: string): Promise<CareInClaim> {
  const { late, approval } = await read.state(billingOfClaims, jkkClaimId(accidentId));
  if (!approval) return { late };
  return { late, toFacilitiesIdr: totalOf(approval.toFacilities) };
}
