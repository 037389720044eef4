import { handsToldOfAccidents } from '#contexts/accidents/facts';
import { handsToldOfInvoices } from '#contexts/billing/facts';
import { handsToldOfClaims } from '#contexts/claims/facts';
import { handsToldOfPayouts } from '#contexts/payouts/facts';
import { handsToldOfScholarships } from '#contexts/scholarships/facts';
import type { HandTold } from '#kernel';

/** Every event that tells of a hand that keeps somebody from steps of other things, by its type. */
export const HANDS_TOLD: Readonly<Record<string, (data: never) => readonly HandTold[]>> = {
  ...handsToldOfAccidents,
  ...handsToldOfClaims,
  ...handsToldOfInvoices,
  ...handsToldOfPayouts,
  ...handsToldOfScholarships,
};
