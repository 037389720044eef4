import type { Reading } from '#kernel';
import { type PaidBy, type SponsorState, sponsors } from '../domain/sponsor.js';

/** The sponsor that a registration or a payment names; nothing is known where it names none. */
export async function namedSponsor(read: Reading, { sponsorId }: PaidBy): Promise<SponsorState> {
  return sponsorId === undefined ? sponsors.initial : read.state(sponsors, sponsorId);
}
