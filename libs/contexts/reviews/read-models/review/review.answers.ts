import { PageOf, actionsAt, shape, shown } from '#http';
import { BENEFIT_KINDS, LATE_FACTS, REVIEW_OUTCOMES } from '../../domain/review.events.js';
import { NO_WAIVER_REASONS, RECEIVABLE_KINDS, WAIVER_REASONS } from '../../domain/receivable.events.js';
import { RECEIVABLE_STATUSES, REVIEW_STATUSES } from './review.read-model.js';

/** A claim or a scholarship that has to be looked at again. */
export class ReviewItem extends shape({
  reviewId: shown.uuid(),
  actions: actionsAt('/participants/77aa…/reviews/0b4f…'),
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

/** Money that is owed since a benefit was looked at again. */
export class ReceivableItem extends shape({
  receivableId: shown.uuid(),
  actions: actionsAt('/receivables/0b4f…'),
  participantId: shown.uuid(),
  reviewId: shown.uuid(),
  benefitKind: shown.code(BENEFIT_KINDS),
  benefitId: shown.uuid({ description: 'Of the claim or the scholarship' }),
  kind: shown.code(RECEIVABLE_KINDS),
  employerId: shown.uuid({ nullable: true, description: 'Null where whoever was paid owes it' }),
  heirId: shown.uuid({
    nullable: true,
    description: 'The heir of the claim who was paid; null where it is whoever claimed, or nobody said who',
  }),
  amountIdr: shown.rupiah(),
  status: shown.code(RECEIVABLE_STATUSES),
  recordedOn: shown.day(),
  closedOn: shown.day({ nullable: true }),
  bankReference: shown.text({ nullable: true, description: 'By which it was paid' }),
  endorserId: shown.text({
    nullable: true,
    description: 'Who gave it up as the first of two, where the sum takes two persons',
  }),
  waiverRefused: shown.code(NO_WAIVER_REASONS, {
    nullable: true,
    description:
      'Why a second person did not give it up, the last time; null once a first one gives it up anew',
  }),
  waived: shown.code(WAIVER_REASONS, { nullable: true, description: 'Why it is not asked for any more' }),
}) {}

export class ReceivablePage extends PageOf(ReceivableItem) {}

export class ReviewPage extends PageOf(ReviewItem) {}
