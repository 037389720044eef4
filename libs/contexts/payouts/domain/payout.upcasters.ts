import { type Upcasters, withSubject } from '#kernel';

/** How old events of a payment are read. */
export const PAYOUT_UPCASTERS: Upcasters = {
  PayoutInstructed: [withSubject('instructorId')],
  PayoutAccountCorrected: [withSubject('correctorId')],
};
