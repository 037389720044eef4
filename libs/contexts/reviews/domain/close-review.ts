import { type CommandContext, Rejection } from '#kernel';
import type { ReceivableKind } from './receivable.events.js';
import { reviewRefusals } from './refusals.js';
import type { FoundMoney, LateFactReviewClosed, ReviewOutcome } from './review.events.js';
import type { ReviewedBenefits } from './review.js';

export interface CloseReviewInput {
  readonly participantId: string;
  readonly reviewId: string;
  readonly outcome: ReviewOutcome;
  /** What is owed since, each kind once for each employer. */
  readonly found?: readonly FoundMoney[];
}

/**
 * Says what was found (peninjauan selesai), and how much is owed since.
 * @throws Rejection `REVIEW_NOT_FOUND`, `REVIEW_CLOSED`, `CORRECTED_BY_YOU`, `FOUND_DOES_NOT_FIT`, `FOUND_NOTHING`, `FOUND_EMPLOYER`,
 *   `FOUND_TWICE`
 */
export function closeReview(
  { found = [], ...input }: CloseReviewInput,
  { open, known, benefitOf }: ReviewedBenefits,
  { actor, today }: CommandContext,
): readonly LateFactReviewClosed[] {
  if (!known.includes(input.reviewId)) throw new Rejection(reviewRefusals.REVIEW_NOT_FOUND());
  const review = open.find(({ reviewId }) => reviewId === input.reviewId);
  if (!review) throw new Rejection(reviewRefusals.REVIEW_CLOSED());
  if (review.correctedBy.includes(actor.id)) throw new Rejection(reviewRefusals.CORRECTED_BY_YOU());
  refuseUnfitting(input.outcome, found);
  const benefit = benefitOf[input.reviewId];
  const money = found.length > 0 && { found, ...(benefit && { benefit }) };
  return [
    { type: 'LateFactReviewClosed', data: { ...input, ...money, closerId: actor.id, effectiveOn: today } },
  ];
}

/** What may be owed after which outcome. */
const FITS: Readonly<Record<ReviewOutcome, readonly ReceivableKind[]>> = {
  NOTHING_CHANGES: [],
  MORE_IS_DUE: ['EMPLOYER_PAID_FIRST'],
  TOO_MUCH_WAS_PAID: ['PAID_TOO_MUCH', 'EMPLOYER_OWES_BACK'],
  DECIDED_ANEW: ['PAID_TOO_MUCH', 'EMPLOYER_OWES_BACK', 'EMPLOYER_PAID_FIRST'],
};

function refuseUnfitting(outcome: ReviewOutcome, found: readonly FoundMoney[]): void {
  const fits = FITS[outcome];
  if (outcome === 'TOO_MUCH_WAS_PAID' && found.length === 0) {
    throw new Rejection(reviewRefusals.FOUND_NOTHING({ kinds: fits }));
  }
  if (found.some(({ kind }) => !fits.includes(kind))) {
    throw new Rejection(reviewRefusals.FOUND_DOES_NOT_FIT({ outcome, kinds: fits }));
  }
  if (found.some(({ kind, employerId }) => (kind === 'PAID_TOO_MUCH') === (employerId !== undefined))) {
    throw new Rejection(reviewRefusals.FOUND_EMPLOYER());
  }
  const keys = found.map(({ kind, employerId = '' }) => `${kind}/${employerId}`);
  if (new Set(keys).size < keys.length) throw new Rejection(reviewRefusals.FOUND_TWICE());
}
