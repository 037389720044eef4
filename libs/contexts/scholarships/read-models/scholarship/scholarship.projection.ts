import type { PayoutEvent } from '#contexts/payouts/facts';
import { defineProjection } from '#followers';
import type { ScholarshipEvent } from '../../domain/scholarship.events.js';
import * as payments from './payment.handlers.js';
import * as scholarships from './scholarship.handlers.js';
import { type ScholarshipTables, createScholarshipTables } from './scholarship.tables.js';

/** Which children have a right, what it can come to, what was approved year by year, and what has been paid. */
export const scholarshipProjection = defineProjection<ScholarshipEvent | PayoutEvent, ScholarshipTables>({
  name: 'scholarship',
  version: 2,
  categories: ['scholarship', 'payout'],
  createTables: createScholarshipTables,
  on: {
    ScholarshipGranted: scholarships.granted,
    ScholarshipEvidenceSubmitted: scholarships.evidenceSubmitted,
    ScholarshipYearApproved: scholarships.yearApproved,
    ScholarshipYearDenied: scholarships.yearDenied,
    ScholarshipEnded: scholarships.ended,
    PayoutOrdered: payments.ordered,
    PayoutInstructed: payments.moved('PAYMENT_ORDERED'),
    PayoutAccepted: payments.moved('PAYMENT_ORDERED'),
    PayoutSettled: payments.settled,
    PayoutReturned: payments.moved('PAYMENT_RETURNED'),
    PayoutAccountCorrected: payments.moved('PAYMENT_ORDERED'),
  },
});
