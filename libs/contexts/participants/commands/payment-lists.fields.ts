import { asked, shape } from '#http';
import { NO_PAYMENT_CORRECTION_REASONS, PAYMENT_REVERSAL_REASONS } from '#kernel';
import { WHY_REMOVED } from './sponsors.fields.js';

/** Who paid what for which months. */
const terms = {
  period: asked.month({ description: 'First month paid for' }),
  paidOn: asked.day({ description: 'The day the sponsor paid' }),
  receipt: asked.paperNumber({ max: 60, description: 'Number of the payment at the bank' }),
};

/** The terms of a file of members. */
export class PaymentListQuery extends shape({
  sponsorId: asked.uuid(),
  agreementId: asked.uuid(),
  ...terms,
  months: asked.integer({ min: 1, max: 12, fromText: true }),
  amountIdr: asked.rupiah({
    min: 1,
    fromText: true,
    optional: true,
    description: 'What came in, in one sum; only a dry run may leave it out',
  }),
  dryRun: asked.yesNo({ fromText: true, optional: true, description: 'Says what would come of it' }),
}) {}

export class PayAgainBody extends shape({
  agreementId: asked.uuid({ optional: true, description: 'Where it is another than before' }),
  ...terms,
  months: asked.integer({ min: 1, max: 12 }),
  amountIdr: asked.rupiah({
    min: 1,
    optional: true,
    description: 'What came in, in one sum; only a dry run may leave it out',
  }),
  dryRun: asked.yesNo({ optional: true, description: 'Says what would come of it' }),
  joiners: asked.uuid({ each: true, maxItems: 1000, optional: true, description: 'Who joins the list' }),
  leavers: asked.uuid({ each: true, maxItems: 1000, optional: true, description: 'Who is paid for no more' }),
  leavingReason: asked.code(WHY_REMOVED, {
    optional: true,
    description: 'Why who leaves is carried no more; left out where they are only not paid for this time',
  }),
}) {}

export class ReverseListBody extends shape({
  reason: asked.code(PAYMENT_REVERSAL_REASONS),
  bankReference: asked.paperNumber({ max: 60, description: 'The line of the bank statement that shows it' }),
}) {}

export class RefundListBody extends shape({
  amountIdr: asked.rupiah({ min: 1 }),
  bankReference: asked.paperNumber({ max: 60, description: 'Number of the transfer' }),
}) {}

export class RefuseListCorrectionBody extends shape({
  reason: asked.code(NO_PAYMENT_CORRECTION_REASONS),
}) {}
