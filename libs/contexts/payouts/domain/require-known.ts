import { Rejection } from '#kernel';
import type { KnownPayout, PayoutState } from './payout.js';

const NEXT_STEPS: Readonly<Record<KnownPayout['situation'], readonly string[]>> = {
  ORDERED: ['instruct the bank'],
  INSTRUCTED: ['bank result ACCEPTED', 'bank result RETURNED'],
  ACCEPTED: ['bank result SETTLED', 'bank result RETURNED'],
  SETTLED: ['nothing: the money has arrived'],
  RETURNED: ['correct the account'],
};

/** What may follow now, in words for the sender of a refused command. The account of a PLKK is kept with the facility. */
export function nextSteps({ situation, facilityId }: KnownPayout): readonly string[] {
  return situation === 'RETURNED' && facilityId ? ['instruct the bank'] : NEXT_STEPS[situation];
}

/** The payment. @throws Rejection `PAYOUT_NOT_FOUND` */
export function requireKnown(state: PayoutState): KnownPayout {
  if (state.situation === 'UNKNOWN') {
    throw new Rejection('PAYOUT_NOT_FOUND', 'No such payment was ordered', {
      allowed: ['an approved claim or school year orders its payments by itself'],
    });
  }
  return state;
}
