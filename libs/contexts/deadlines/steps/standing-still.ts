import { type ClaimStandstill, notToBePaid } from '#contexts/claims/facts';
import { type PayoutSteps, afterStandstill } from '#contexts/payouts/facts';
import type { Expecting } from '#kernel';

/** What stands still with a claim: which one, and what is known of the step once it is known when that said so. */
interface StandsWithClaim {
  readonly claimId: string;
  readonly after: (claim: ClaimStandstill) => Expecting;
}

/** Of a payment, when its claim said that it was not to be made: those days are not late. */
function paid(known: PayoutSteps): StandsWithClaim | undefined {
  const { ofClaim } = known;
  if (!ofClaim) return undefined;
  return {
    claimId: ofClaim.claimId,
    after: (claim) => afterStandstill(known, notToBePaid(claim, ofClaim)),
  };
}

/** The steps of a payment that stand still with its claim, by their slots. */
export const STANDING_WITH_CLAIM: Readonly<
  Record<string, ((known: Expecting) => StandsWithClaim | undefined) | undefined>
> = { payout: paid, redirection: paid };
