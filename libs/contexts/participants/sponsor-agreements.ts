import { type EventStore, readState } from '#event-store';
import type { LocalDate } from '#kernel';
import { type PaidBy, type SponsorAgreement, payingAgreement, sponsor } from './domain/sponsor.js';
import { sponsorStream } from './streams.js';

/**
 * Reads the agreement under which this payer pays on a day from the log; nothing when no sponsor pays.
 * @throws Rejection as `payingAgreement`
 */
export async function readPayingAgreement(
  store: EventStore,
  paidBy: PaidBy,
  on: LocalDate,
): Promise<SponsorAgreement | undefined> {
  const state = paidBy.sponsorId
    ? await readState(store, sponsorStream(paidBy.sponsorId), sponsor)
    : sponsor.initial;
  return payingAgreement(paidBy, state, on);
}
