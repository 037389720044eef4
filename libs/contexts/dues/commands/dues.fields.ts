import { asked, shape } from '#http';
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
