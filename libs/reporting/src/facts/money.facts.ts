import { code, count, day, id, rupiahs } from '#publishing/contracts';
import { accidentSteps, payoutSteps, scholarshipSteps } from './fact-tables.js';
import { type Reader, fact, reads } from './reader.js';

const payoutId = id('The payment');
const scholarshipId = id('The scholarship');
const accidentId = id('The accident');

const NO_PAYOUT = {
  participantId: null,
  sourceKind: null,
  sourceId: null,
  payee: null,
  amountIdr: null,
  reason: null,
};
const NO_ACCIDENT = { participantId: null, amountIdr: null, billing: null, conclusion: null };

/** What contracts of payments say: what is owed, what arrived, and what came back. */
export const PAYOUT_READERS: readonly Reader[] = [
  reads(
    'lindung.payouts.payout-ordered.v1',
    {
      payoutId,
      participantId: id('The worker'),
      sourceKind: code('What decided it'),
      sourceId: id('The claim or the scholarship'),
      payee: code('Kind of payee'),
      amountIdr: rupiahs('What is paid'),
      orderedOn: day('When'),
    },
    ({ orderedOn, ...data }, origin) =>
      fact(payoutSteps, { ...NO_PAYOUT, ...origin, ...data, step: 'ORDERED', happenedOn: orderedOn }),
  ),
  reads(
    'lindung.payouts.payout-settled.v1',
    { payoutId, amountIdr: rupiahs('Amount'), settledOn: day('When') },
    ({ settledOn, ...data }, origin) =>
      fact(payoutSteps, { ...NO_PAYOUT, ...origin, ...data, step: 'SETTLED', happenedOn: settledOn }),
  ),
  reads(
    'lindung.payouts.payout-returned.v1',
    { payoutId, reason: code('Why'), returnedOn: day('When') },
    ({ returnedOn, ...data }, origin) =>
      fact(payoutSteps, { ...NO_PAYOUT, ...origin, ...data, step: 'RETURNED', happenedOn: returnedOn }),
  ),
  reads(
    'lindung.payouts.payout-cancelled.v2',
    { payoutId, reason: code('Why'), cancelledOn: day('When') },
    ({ cancelledOn, ...data }, origin) =>
      fact(payoutSteps, { ...NO_PAYOUT, ...origin, ...data, step: 'CANCELLED', happenedOn: cancelledOn }),
  ),
];

/** What contracts of scholarships say: what all years together may come to, and what was approved of it. */
export const SCHOLARSHIP_READERS: readonly Reader[] = [
  reads(
    'lindung.scholarships.scholarship-granted.v1',
    {
      scholarshipId,
      claimId: id('The claim'),
      projectedMaximumIdr: rupiahs('The most'),
      grantedOn: day('When'),
    },
    ({ projectedMaximumIdr, grantedOn, ...data }, origin) =>
      fact(scholarshipSteps, {
        ...origin,
        ...data,
        step: 'GRANTED',
        amountIdr: projectedMaximumIdr,
        happenedOn: grantedOn,
      }),
  ),
  reads(
    'lindung.scholarships.year-approved.v1',
    { scholarshipId, year: count('The year'), amountIdr: rupiahs('Amount'), approvedOn: day('When') },
    ({ scholarshipId: scholarship, amountIdr, approvedOn }, origin) =>
      fact(scholarshipSteps, {
        ...origin,
        scholarshipId: scholarship,
        claimId: null,
        step: 'YEAR_APPROVED',
        amountIdr,
        happenedOn: approvedOn,
      }),
  ),
  reads(
    'lindung.scholarships.scholarship-ended.v2',
    { scholarshipId, endedOn: day('When') },
    ({ scholarshipId: scholarship, endedOn }, origin) =>
      fact(scholarshipSteps, {
        ...origin,
        scholarshipId: scholarship,
        claimId: null,
        step: 'ENDED',
        amountIdr: null,
        happenedOn: endedOn,
      }),
  ),
];

/** What contracts of accidents say: what care cost and who was billed, and what was concluded. */
export const ACCIDENT_READERS: readonly Reader[] = [
  reads(
    'lindung.accidents.accident-notified.v1',
    { accidentId, participantId: id('The worker'), occurredOn: day('When') },
    ({ occurredOn, ...data }, origin) =>
      fact(accidentSteps, { ...NO_ACCIDENT, ...origin, ...data, step: 'NOTIFIED', happenedOn: occurredOn }),
  ),
  reads(
    'lindung.accidents.care-invoiced.v1',
    {
      accidentId,
      invoiceIdr: rupiahs('Amount'),
      billing: code('Who is paid'),
      dischargedOn: day('Last day of care'),
    },
    ({ accidentId: accident, invoiceIdr, billing, dischargedOn }, origin) =>
      fact(accidentSteps, {
        ...NO_ACCIDENT,
        ...origin,
        accidentId: accident,
        step: 'CARE_INVOICED',
        amountIdr: invoiceIdr,
        billing,
        happenedOn: dischargedOn,
      }),
  ),
  reads(
    'lindung.accidents.accident-concluded.v1',
    { accidentId, conclusion: code('What was concluded'), concludedOn: day('When') },
    ({ concludedOn, ...data }, origin) =>
      fact(accidentSteps, { ...NO_ACCIDENT, ...origin, ...data, step: 'CONCLUDED', happenedOn: concludedOn }),
  ),
];
