import type { Reading } from '#kernel';
import { command } from '#runtime';
import { employerFacts } from '#contexts/employers/facts';
import { plkkOn } from '#contexts/providers/facts';
import {
  type InstructPayoutInput,
  type InstructionFacts,
  instructPayout,
} from '../domain/instruct-payout.js';
import { type PayoutState, payouts } from '../domain/payout.js';
import { handsOn, heirsOf, paidFor } from './paid-for.js';

export const InstructPayout = command('InstructPayout', payouts, 'payoutId', instructPayout, {
  facts: whatToInstruct,
});

/** @throws Rejection `FACILITY_NOT_FOUND`, `EMPLOYER_NOT_FOUND` */
async function whatToInstruct(
  state: PayoutState,
  read: Reading,
  { instructedOn }: InstructPayoutInput,
): Promise<InstructionFacts> {
  if (state.situation === 'UNKNOWN') return {};
  const hands = await handsOn(state.source, read);
  if (state.employerId) {
    return { ...hands, employerAccount: (await employerFacts(read, state.employerId)).account };
  }
  if (!state.facilityId)
    return { ...hands, ...(await paidFor(state, read)), ...(await heirsOf(state, read)) };
  const { account } = await plkkOn(read, state.facilityId, instructedOn);
  return { ...hands, facilityAccount: account };
}
