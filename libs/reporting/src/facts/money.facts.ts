import { type Rupiah, rupiah, totalOf } from '#kernel';
import { code, count, day, id, listOf, optional, rupiahs } from '#publishing/contracts';
import { accidentSteps, payoutSteps, scholarshipSteps } from './money-tables.js';
import { type Reader, fact, reads } from './reader.js';

const payoutId = id('The payment');
const scholarshipId = id('The scholarship');
const accidentId = id('The accident');

/** What of a payment is care. */
const careIn = (money: readonly { readonly kind: string; readonly amountIdr: Rupiah }[] | undefined) =>
  money && totalOf(money.filter(({ kind }) => kind === 'CARE'));

/** What contracts of payments say: what is owed, what arrived, and what came back. */
export const PAYOUT_READERS: readonly Reader[] = [
  reads(
    'lindung.payouts.payout-ordered.v1',
    {
      payoutId,
      participantId: id('The worker'),
      sourceKind: code('What decided it'),
      sourceId: id('The claim or the scholarship'),
      apart: optional(code('Apart from what was claimed')),
      payee: code('Kind of payee'),
      programme: optional(code('Programme')),
      money: optional(listOf('What it is for', { kind: code('Kind'), amountIdr: rupiahs('Amount') })),
      amountIdr: rupiahs('What is paid'),
      orderedOn: day('When'),
    },
    ({ orderedOn, money, apart, sourceKind, ...data }, origin) =>
      fact(
        payoutSteps,
        {
          ...origin,
          ...data,
          sourceKind: apart ?? sourceKind,
          careIdr: careIn(money),
          step: 'ORDERED',
          happenedOn: orderedOn,
        },
        { payouts: [data.payoutId] },
      ),
  ),
  reads(
    'lindung.payouts.payout-instructed.v1',
    { payoutId, instructedOn: day('When') },
    ({ instructedOn, ...data }, origin) =>
      fact(payoutSteps, { ...origin, ...data, step: 'INSTRUCTED', happenedOn: instructedOn }),
  ),
  reads(
    'lindung.payouts.payout-settled.v1',
    { payoutId, amountIdr: rupiahs('Amount'), settledOn: day('When') },
    ({ settledOn, ...data }, origin) =>
      fact(
        payoutSteps,
        { ...origin, ...data, step: 'SETTLED', happenedOn: settledOn },
        { payouts: [data.payoutId] },
      ),
  ),
  reads(
    'lindung.payouts.payout-returned.v1',
    { payoutId, reason: code('Why'), returnedOn: day('When') },
    ({ returnedOn, ...data }, origin) =>
      fact(
        payoutSteps,
        { ...origin, ...data, step: 'RETURNED', happenedOn: returnedOn },
        { payouts: [data.payoutId] },
      ),
  ),
  // What came back after it had arrived counts as what came back before: less was paid.
  reads(
    'lindung.payouts.settled-payout-returned.v1',
    { payoutId, reason: code('Why'), returnedOn: day('When') },
    ({ returnedOn, ...data }, origin) =>
      fact(
        payoutSteps,
        { ...origin, ...data, step: 'RETURNED', happenedOn: returnedOn },
        { payouts: [data.payoutId] },
      ),
  ),
  reads(
    'lindung.payouts.payout-part-returned.v1',
    { payoutId, amountIdr: rupiahs('What came back'), returnedOn: day('When') },
    ({ returnedOn, ...data }, origin) =>
      fact(payoutSteps, { ...origin, ...data, step: 'PART_RETURNED', happenedOn: returnedOn }),
  ),
  reads(
    'lindung.payouts.payout-cancelled.v2',
    { payoutId, reason: code('Why'), cancelledOn: day('When') },
    ({ cancelledOn, ...data }, origin) =>
      fact(
        payoutSteps,
        { ...origin, ...data, step: 'CANCELLED', happenedOn: cancelledOn },
        { payouts: [data.payoutId] },
      ),
  ),
];

/** What contracts of scholarships say: what all years together may come to, and what was approved of it. */
export const SCHOLARSHIP_READERS: readonly Reader[] = [
  reads(
    'lindung.scholarships.scholarship-granted.v1',
    {
      scholarshipId,
      claimId: id('The claim'),
      participantId: optional(id('The worker')),
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
        step: 'ENDED',
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
      fact(accidentSteps, { ...origin, ...data, step: 'NOTIFIED', happenedOn: occurredOn }),
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
        ...origin,
        accidentId: accident,
        step: 'CARE_INVOICED',
        amountIdr: invoiceIdr,
        billing,
        happenedOn: dischargedOn,
      }),
  ),
  reads(
    'lindung.billing.invoice-approved.v1',
    {
      accidentId,
      invoiceId: id('The invoice'),
      acceptedIdr: rupiahs('What was accepted of it'),
      billing: optional(code('Who is paid')),
      approvedOn: day('When'),
    },
    ({ acceptedIdr, approvedOn, ...data }, origin) =>
      fact(accidentSteps, {
        ...origin,
        ...data,
        step: 'INVOICE_APPROVED',
        amountIdr: acceptedIdr,
        happenedOn: approvedOn,
      }),
  ),
  reads(
    'lindung.accidents.care-corrected.v1',
    {
      accidentId,
      recordedIdr: rupiahs('What had been recorded'),
      invoiceIdr: rupiahs('Amount'),
      billing: code('Who is paid'),
      correctedOn: day('When'),
    },
    ({ accidentId: accident, recordedIdr, invoiceIdr, billing, correctedOn }, origin) =>
      fact(accidentSteps, {
        ...origin,
        accidentId: accident,
        step: 'CARE_INVOICED',
        // What it is beside what was told before; less, where it had been recorded too high.
        amountIdr: rupiah(invoiceIdr - recordedIdr),
        billing,
        happenedOn: correctedOn,
      }),
  ),
  reads(
    'lindung.accidents.determination-issued.v1',
    {
      accidentId,
      by: code('Who determined it'),
      conclusion: code('What was determined'),
      issuedOn: day('When'),
    },
    ({ by: authority, issuedOn, ...data }, origin) =>
      fact(accidentSteps, { ...origin, ...data, step: 'CONCLUDED', authority, happenedOn: issuedOn }),
  ),
  reads(
    'lindung.accidents.accident-concluded.v1',
    { accidentId, conclusion: code('What was concluded'), concludedOn: day('When') },
    ({ concludedOn, ...data }, origin) =>
      fact(accidentSteps, { ...origin, ...data, step: 'CONCLUDED', happenedOn: concludedOn }),
  ),
];
