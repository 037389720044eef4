import { asked, shape } from '#http';
import { NO_PAYMENT_CORRECTION_REASONS, PAYMENT_REVERSAL_REASONS } from '#kernel';
import { LARGEST_WAGE } from '../domain/wage-row.js';

export class WageBody extends shape({
  participantId: asked.uuid(),
  wageIdr: asked.rupiah({
    max: LARGEST_WAGE,
    description: 'Basic wage and fixed allowances; 0 takes back what was reported by mistake',
  }),
  backPayIdr: asked.rupiah({
    max: LARGEST_WAGE,
    optional: true,
    description: 'Paid in this month for earlier ones',
  }),
}) {}

export class ReportWagesBody extends shape({
  period: asked.month({ example: '2026-10' }),
  wages: asked.nested(() => WageBody, {
    each: true,
    minItems: 1,
    maxItems: 500,
    description: 'More of them are handed in as a file',
  }),
}) {}

/** Which month a file of wages is of. */
export class ReportWagesQuery extends shape({ period: asked.month({ example: '2026-10' }) }) {}

export class PayDuesBody extends shape({
  amountIdr: asked.rupiah({ min: 1, description: 'The whole sum, for however many months' }),
  bankReference: asked.paperNumber({ max: 60, description: 'Of the bank, one for each payment' }),
  paidOn: asked.day({ description: 'The day on which the money came' }),
}) {}

export class RequestDuesReversalBody extends shape({
  reason: asked.code(PAYMENT_REVERSAL_REASONS),
  bankReference: asked.paperNumber({ max: 60, description: 'The line of the bank statement that shows it' }),
}) {}

export class RequestDuesRefundBody extends shape({
  paymentId: asked.uuid({
    optional: true,
    description: 'A payment that was taken back, which is paid back whole; left out of credit',
  }),
  amountIdr: asked.rupiah({ min: 1 }),
  bankReference: asked.paperNumber({ max: 60, description: 'Number of the transfer' }),
}) {}

export class RefuseDuesCorrectionBody extends shape({
  reason: asked.code(NO_PAYMENT_CORRECTION_REASONS),
}) {}
