import { claimOfAccident, requireMayDecideBeside, requireNoInterest } from '#contexts/claims/facts';
import { claimOfScholarship } from '#contexts/scholarships/facts';
import type { Reading } from '#kernel';
import type { Permit } from '#runtime';
import { claimOfSource } from '../domain/hands-told.js';
import { lateness } from '../domain/lateness.js';
import type { PayoutSource } from '../domain/payout.events.js';
import type { PayoutState } from '../domain/payout-state.js';
import type { OrderedPayout } from '../domain/redirect-payout.js';

/** The claim that is paid, was paid late, or from which follows what is paid. */
export async function claimPaid(source: PayoutSource, read: Reading): Promise<string | undefined> {
  const { claimId, accidentId, scholarshipId } = claimOfSource(source);
  if (claimId !== undefined) return claimId;
  if (accidentId !== undefined) return claimOfAccident(accidentId);
  if (scholarshipId !== undefined) return claimOfScholarship(read, scholarshipId);
  if (source.kind !== 'LATENESS') return undefined;
  const { order } = await read.state(lateness, source.id);
  return order && claimPaid(order.source, read);
}

/** The accident whose invoice is paid, or was paid late. */
async function accidentPaid(source: PayoutSource, read: Reading): Promise<string | undefined> {
  if (source.kind !== 'LATENESS') return claimOfSource(source).accidentId;
  const { order } = await read.state(lateness, source.id);
  return order && claimOfSource(order.source).accidentId;
}

/** A payment is made, or made again, by nobody who has an interest in its claim. What the bank says of it decides nothing. */
export const hasNoInterest: Permit<object, PayoutState> = async (state, read, _input, context) => {
  if (state.situation === 'UNKNOWN') return;
  const accidentId = await accidentPaid(state.source, read);
  await requireNoInterest(read, await claimPaid(state.source, read), context, accidentId);
};

/** It is given up where its claim was taken in. */
export const mayGiveUp: Permit<object, PayoutState> = async (state, read, _input, context) => {
  if (state.situation === 'UNKNOWN') return;
  const accidentId = await accidentPaid(state.source, read);
  await requireMayDecideBeside(read, await claimPaid(state.source, read), context, accidentId);
};

/** So it is paid to others. */
export const mayRedirect: Permit<object, OrderedPayout> = ({ payout }, ...asked) =>
  mayGiveUp(payout, ...asked);
