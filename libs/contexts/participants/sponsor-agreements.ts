import type { LocalDate, Reading } from '#kernel';
import { type PaidBy, type SponsorAgreement, payingAgreement, sponsors } from './domain/sponsor.js';

/**
 * Reads the agreement under which this payer pays on a day from the log; nothing when no sponsor pays.
 * @throws Rejection as `payingAgreement`
 */
export async function readPayingAgreement(
  read: Reading,
  paidBy: PaidBy,
  on: LocalDate,
): Promise<SponsorAgreement | undefined> {
  const state = paidBy.sponsorId ? await read.state(sponsors, paidBy.sponsorId) : sponsors.initial;
  return payingAgreement(paidBy, state, on);
}
