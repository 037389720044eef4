import type { Reading } from '#kernel';
import { StreamCommand, commandHandler } from '#runtime';
import { plkkOn } from '#contexts/providers/facts';
import {
  type InstructPayoutInput,
  type InstructionFacts,
  instructPayout,
} from '../domain/instruct-payout.js';
import { type PayoutState, payouts } from '../domain/payout.js';

export class InstructPayout extends StreamCommand<InstructPayoutInput> {
  readonly commandName = 'InstructPayout';
}

export const InstructPayoutHandler = commandHandler(
  InstructPayout,
  payouts,
  'payoutId',
  instructPayout,
  whereAPlkkIsPaid,
);

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
