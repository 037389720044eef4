import { PageOf, shape, shown } from '#http';
import { BENEFIT_KINDS, LATE_FACTS, REVIEW_OUTCOMES } from '../../domain/review.events.js';
import { REVIEW_STATUSES } from './review.read-model.js';

/** A claim or a scholarship that has to be looked at again. */
export class ReviewItem extends shape({
  reviewId: shown.uuid(),
  participantId: shown.uuid(),
  benefitKind: shown.code(BENEFIT_KINDS),
  benefitId: shown.uuid({ description: 'Of the claim or the scholarship' }),
  facts: shown.code(LATE_FACTS, { each: true, description: 'What was corrected since' }),
  status: shown.code(REVIEW_STATUSES),
  openedOn: shown.day(),
  outcome: shown.code(REVIEW_OUTCOMES, { nullable: true }),
  closerId: shown.text({ nullable: true }),
  closedOn: shown.day({ nullable: true }),
}) {}

export class ReviewPage extends PageOf(ReviewItem) {}
