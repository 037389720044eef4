import type { Reading } from '#kernel';
import { command } from '#runtime';
import { plkkOn } from '#contexts/providers/facts';
import {
  type InstructPayoutInput,
  type InstructionFacts,
  instructPayout,
} from '../domain/instruct-payout.js';
import { type PayoutState, payouts } from '../domain/payout.js';

export const InstructPayout = command('InstructPayout', payouts, 'payoutId', instructPayout, {
  facts: whereAPlkkIsPaid,
});

/** @throws Rejection `FACILITY_NOT_FOUND` */
async function whereAPlkkIsPaid(
  state: PayoutState,
  read: Reading,
  { instructedOn }: InstructPayoutInput,
): Promise<InstructionFacts> {
  if (state.situation === 'UNKNOWN' || !state.facilityId) return {};
  const { account } = await plkkOn(read, state.facilityId, instructedOn);
  return { facilityAccount: account };
}
