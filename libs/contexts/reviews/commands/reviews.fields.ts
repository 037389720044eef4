import { asked, shape } from '#http';
import { NO_WAIVER_REASONS, RECEIVABLE_KINDS, WAIVER_REASONS } from '../domain/receivable.events.js';
import { REVIEW_OUTCOMES } from '../domain/review.events.js';

export class FoundMoneyBody extends shape({
  kind: asked.code(RECEIVABLE_KINDS, {
    description:
      'PAID_TOO_MUCH: whoever was paid owes it back; EMPLOYER_OWES_BACK: BPJS paid what the employer has to pay; EMPLOYER_PAID_FIRST: the employer paid in place of BPJS, which owes it',
  }),
  employerId: asked.uuid({ optional: true, description: 'Of the two kinds that concern an employer' }),
  amountIdr: asked.rupiah({ min: 1 }),
}) {}

export class CloseReviewBody extends shape({
  outcome: asked.code(REVIEW_OUTCOMES, { description: 'What was found' }),
  found: asked.nested(() => FoundMoneyBody, {
    each: true,
    maxItems: 10,
    optional: true,
    description: 'What is owed since; needed where too much was paid',
  }),
}) {}

export class SettleReceivableBody extends shape({
  bankReference: asked.paperNumber({ max: 60, description: 'Number of the bank' }),
  paidOn: asked.day({ description: 'The day on which the money came, or went' }),
}) {}

export class WaiveReceivableBody extends shape({ reason: asked.code(WAIVER_REASONS) }) {}

export class RefuseWaiverBody extends shape({ reason: asked.code(NO_WAIVER_REASONS) }) {}
