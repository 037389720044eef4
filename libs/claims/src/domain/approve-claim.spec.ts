import { describe, expect, it } from '@jest/globals';
import { localDate, rupiah } from '#kernel';
import { decisionSpec, testContext } from '#testing/deciders';
import { approveClaim } from './approve-claim.js';
import {
  ACCOUNT,
  CHILD,
  CLAIM,
  COMPLETED,
  JKK_SUBMITTED,
  JKM_SUBMITTED,
  OTHER_PLKK,
  PARTICIPANT,
  PLKK,
  REFUSED_BY_LAW,
  calculated,
  jkkFacts,
  jkmFacts,
} from './claim.examples.js';
import type { ClaimComponent, ClaimEvent } from './claim.events.js';
import { claim } from './claim.js';

const given = decisionSpec(claim);
const law = { law: 'PP 82/2019', article: 'Annex III' };
const approved = (data: Partial<Extract<ClaimEvent, { type: 'ClaimApproved' }>['data']>): ClaimEvent => ({
  type: 'ClaimApproved',
  data: {
    claimId: CLAIM,
    participantId: PARTICIPANT,
    programme: 'JKK',
    eventDate: localDate('2026-08-20'),
    approverId: 'user-1',
    totalIdr: rupiah(2_000_000),
    payments: [],
    entitledChildren: [],
    payBy: localDate('2026-12-01'),
    effectiveOn: localDate('2026-11-20'),
    person: { account: ACCOUNT },
    ...data,
  },
});

describe('approving a claim', () => {
  it('orders one payment for the claimant and one for each PLKK', () => {
    const components: ClaimComponent[] = [
      { code: 'JKK_MEDICAL_PLKK', amountIdr: rupiah(5_000_000), payee: 'PLKK', ...law },
      { code: 'JKK_TRANSPORT_LAND', amountIdr: rupiah(350_000), payee: 'RECEIPT_PAYER', ...law },
      { code: 'JKK_STMB', amountIdr: rupiah(2_000_000), payee: 'PARTICIPANT', ...law },
    ];
    const care = [
      { facilityId: PLKK, invoiceIdr: rupiah(1_000_000) },
      { facilityId: OTHER_PLKK, invoiceIdr: rupiah(1_500_000) },
      { facilityId: PLKK, invoiceIdr: rupiah(2_500_000) },
    ];
    given([JKK_SUBMITTED, COMPLETED, calculated({ components, totalIdr: rupiah(7_350_000) })])
      .when((state) => approveClaim(jkkFacts({ care }), state, testContext()))
      .thenRecorded([
        approved({
          totalIdr: rupiah(7_350_000),
          payments: [
            {
              payee: 'PARTICIPANT',
              componentCodes: ['JKK_TRANSPORT_LAND', 'JKK_STMB'],
              amountIdr: rupiah(2_350_000),
            },
            {
              payee: 'PLKK',
              facilityId: PLKK,
              componentCodes: ['JKK_MEDICAL_PLKK'],
              amountIdr: rupiah(3_500_000),
            },
            {
              payee: 'PLKK',
              facilityId: OTHER_PLKK,
              componentCodes: ['JKK_MEDICAL_PLKK'],
              amountIdr: rupiah(1_500_000),
            },
          ],
        }),
      ]);
  });

  it('pays the heir and hands the children on to their scholarships', () => {
    const components: ClaimComponent[] = [
      { code: 'JKM_DEATH', amountIdr: rupiah(42_000_000), payee: 'HEIR', ...law },
    ];
    const assessment = { components, totalIdr: rupiah(42_000_000), entitledChildren: [CHILD] };
    given([JKM_SUBMITTED, COMPLETED, calculated(assessment)])
      .when((state) => approveClaim(jkmFacts(), state, testContext()))
      .thenRecorded([
        approved({
          programme: 'JKM',
          eventDate: localDate('2026-10-20'),
          totalIdr: rupiah(42_000_000),
          payments: [{ payee: 'HEIR', componentCodes: ['JKM_DEATH'], amountIdr: rupiah(42_000_000) }],
          entitledChildren: [CHILD],
        }),
      ]);
  });

  it('is refused to whoever calculated it', () => {
    given([JKK_SUBMITTED, COMPLETED, calculated({ assessorId: 'user-1' })])
      .when((state) => approveClaim(jkkFacts(), state, testContext()))
      .thenRejected('ASSESSOR_CANNOT_DECIDE');
  });

  it('is refused where the law refuses', () => {
    given([JKK_SUBMITTED, COMPLETED, REFUSED_BY_LAW])
      .when((state) => approveClaim(jkkFacts(), state, testContext()))
      .thenRejected('LAW_REFUSES');
  });

  it('is refused where there is nothing to pay and no child to help', () => {
    given([JKK_SUBMITTED, COMPLETED, calculated({ components: [], totalIdr: rupiah(0) })])
      .when((state) => approveClaim(jkkFacts(), state, testContext()))
      .thenRejected('NOTHING_TO_APPROVE');
  });

  it.each([
    ['of a PLKK', { care: [{ facilityId: PLKK, invoiceIdr: rupiah(1_000_000) }] }],
    ['to be paid back', { reimbursements: [{ facilityId: OTHER_PLKK, invoiceIdr: rupiah(1_000_000) }] }],
  ])('is refused when an invoice %s came in after the calculation', (_whose, invoices) => {
    const rejection = given([JKK_SUBMITTED, COMPLETED, calculated()])
      .when((state) => approveClaim(jkkFacts({ care: [], ...invoices }), state, testContext()))
      .thenRejected('INVOICE_NOT_ASSESSED');
    expect(rejection.details.allowed).toEqual(['calculate the benefit again']);
  });

  it('is refused while a part would go to an employer, who has no account here', () => {
    const components: ClaimComponent[] = [
      { code: 'JKK_STMB', amountIdr: rupiah(2_000_000), payee: 'EMPLOYER', ...law },
    ];
    given([JKK_SUBMITTED, COMPLETED, calculated({ components })])
      .when((state) => approveClaim(jkkFacts({ care: [] }), state, testContext()))
      .thenRejected('EMPLOYER_PAYEE_UNSUPPORTED');
  });

  it('is refused before the calculation, and a second time', () => {
    const early = given([JKK_SUBMITTED, COMPLETED])
      .when((state) => approveClaim(jkkFacts(), state, testContext()))
      .thenRejected('CLAIM_COMPLETE');
    expect(early.details.allowed).toEqual(['calculate the benefit']);
    given([JKK_SUBMITTED, COMPLETED, calculated(), approved({})])
      .when((state) => approveClaim(jkkFacts(), state, testContext()))
      .thenRejected('CLAIM_APPROVED');
    given()
      .when((state) => approveClaim(jkkFacts(), state, testContext()))
      .thenRejected('CLAIM_NOT_FOUND');
  });
});
