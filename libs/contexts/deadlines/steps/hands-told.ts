import { type InterestNoted, handsToldOfAccidents } from '#contexts/accidents/facts';
import { handsToldOfInvoices } from '#contexts/billing/facts';
import { claimOfAccident, handsToldOfClaims } from '#contexts/claims/facts';
import { handsToldOfPayouts } from '#contexts/payouts/facts';
import { handsToldOfScholarships } from '#contexts/scholarships/facts';
import { type HandTold, handTold } from '#kernel';

/** Every event that tells of a hand that keeps somebody from steps of other things, by its type. */
export const HANDS_TOLD: Readonly<Record<string, (data: never) => readonly HandTold[]>> = {
  ...handsToldOfAccidents,
  ...handsToldOfClaims,
  ...handsToldOfInvoices,
  ...handsToldOfPayouts,
  ...handsToldOfScholarships,
  // Whoever has an interest in an accident by another claim for it has one in its own claim, before anybody has handed that in.
  InterestNoted: (data: InterestNoted['data']) => [
    ...(handsToldOfAccidents.InterestNoted?.(data) ?? []),
    ...handTold('INTEREST', claimOfAccident(data.accidentId), data.declarerId),
  ],
};
