import { describe, it } from '@jest/globals';
import { fold, instant, localDate, rupiah } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import type { AccidentEvent } from './accident.events.js';
import {
  ACCIDENT_ID,
  CLINIC,
  HOSPITAL,
  PARTICIPANT_ID,
  billingClosed,
  care,
  concluded,
  covered,
  guarantee,
  notified,
  referral,
  stageOne,
  stageTwo,
  statement,
} from './accident.examples.js';
import { accidents } from './accident.js';
import { type CorrectCareInput, correctCare } from './correct-care.js';
import { letters } from './letters.js';
import { issueProvisionalGuarantee } from './provisional-guarantee.js';

const given = decisionSpec(accidents);
const context = testContext();

/** 75,000,000 was typed for 7,500,000. */
const mistyped = [
  notified(),
  stageOne(),
  referral(),
  guarantee(),
  care({ invoiceIdr: rupiah(75_000_000) }),
  concluded(),
];

const correction = (changes: Partial<CorrectCareInput> = {}): CorrectCareInput => ({
  accidentId: ACCIDENT_ID,
  facilityId: HOSPITAL,
  invoiceNumber: 'INV-1',
  invoiceIdr: rupiah(7_500_000),
  ...changes,
});

const corrected: AccidentEvent = {
  type: 'CareCorrected',
  data: {
    accidentId: ACCIDENT_ID,
    participantId: PARTICIPANT_ID,
    facilityId: HOSPITAL,
    invoiceNumber: 'INV-1',
    recordedIdr: rupiah(75_000_000),
    invoiceIdr: rupiah(7_500_000),
    billing: 'GUARANTEED',
    correctorId: context.actor.id,
    effectiveOn: context.today,
  },
};

describe('a wrong invoice amount', () => {
  it('is corrected, before stage II and after it', () => {
    for (const history of [mistyped, [...mistyped, statement(), stageTwo()]]) {
      given(history)
        .when((state) => correctCare(correction(), state, context, { letters: fold(letters, history) }))
        .thenRecorded([corrected]);
    }
  });

  it('is corrected once: the same sum again changes nothing', () => {
    given([...mistyped, corrected])
      .when((state) => correctCare(correction(), state, context, { letters: fold(letters, mistyped) }))
      .thenNothing();
  });

  const provisional = issueProvisionalGuarantee(
    { accidentId: ACCIDENT_ID, facilityId: HOSPITAL },
    fold(accidents, [notified(), stageOne()]),
    testContext({ issuedAt: instant('2026-09-01T19:00:00Z') }),
    covered,
  );
  const ownMoney = care({
    facilityId: CLINIC,
    invoiceNumber: 'INV-2',
    invoiceIdr: rupiah(2_500_000),
    billing: 'REIMBURSEMENT',
    admittedOn: localDate('2026-09-06'),
    dischargedOn: localDate('2026-09-07'),
  });

  it.each<[string, AccidentEvent[], Partial<CorrectCareInput>, string]>([
    ['once its claim is approved', [...mistyped, billingClosed()], {}, 'CLAIM_ALREADY_APPROVED'],
    ['of a number that nobody recorded', mistyped, { invoiceNumber: 'INV-9' }, 'INVOICE_NOT_RECORDED'],
    [
      'to the sum of another bill for the same days (V-03)',
      [...mistyped, care({ invoiceNumber: 'INV-2', invoiceIdr: rupiah(7_500_000) })],
      {},
      'STAY_ALREADY_RECORDED',
    ],
    [
      'above what a desk could promise by itself',
      [notified(), stageOne(), ...provisional, care({ invoiceIdr: rupiah(2_500_000) })],
      { invoiceIdr: rupiah(25_000_001) },
      'ABOVE_PROVISIONAL_LETTER',
    ],
    [
      'above what is repaid without lines',
      [...mistyped, ownMoney],
      { facilityId: CLINIC, invoiceNumber: 'INV-2', invoiceIdr: rupiah(25_000_001) },
      'REPAID_BY_LINES_ONLY',
    ],
  ])('is not corrected %s', (_when, history, changes, code) => {
    given(history)
      .when((state) => correctCare(correction(changes), state, context, { letters: fold(letters, history) }))
      .thenRejected(code);
  });
});
