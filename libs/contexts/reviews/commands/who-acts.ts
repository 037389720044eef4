import { requireMayDecideBeside, requireNoInterest } from '#contexts/claims/facts';
import { claimOfScholarship } from '#contexts/scholarships/facts';
import type { Reading } from '#kernel';
import type { Permit } from '#runtime';
import type { Owed } from '../domain/receivable.js';
import type { Benefit } from '../domain/review.events.js';
import type { ReviewedBenefits } from '../domain/review.js';

/** The claim that a benefit is, or follows from. */
async function claimOf(read: Reading, benefit: Benefit | undefined): Promise<string | undefined> {
  if (!benefit) return undefined;
  return benefit.kind === 'CLAIM' ? benefit.id : claimOfScholarship(read, benefit.id);
}

/** A review is closed where the claim was taken in that it is about, by nobody who has an interest in that. */
export const mayClose: Permit<{ readonly reviewId: string }, ReviewedBenefits> = async (
  { benefitOf },
  read,
  { reviewId },
  context,
) => requireMayDecideBeside(read, await claimOf(read, benefitOf[reviewId]), context);

/** What is owed since is given up, or not, where that claim was taken in. */
export const mayGiveUp: Permit<object, Owed> = async ({ found }, read, _input, context) =>
  requireMayDecideBeside(read, await claimOf(read, found?.benefit), context);

/** Nobody records that it was paid who has an interest in that claim. */
export const maySettle: Permit<object, Owed> = async ({ found }, read, _input, context) =>
  requireNoInterest(read, await claimOf(read, found?.benefit), context);
