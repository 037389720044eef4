import { describe, expect, it } from '@jest/globals';
import { type EventOf, fold, localDate, rupiah } from '#kernel';
import { TEST_ACTOR, decisionSpec, testContext } from '#testing/decisions';
import { approveClaim } from './approve-claim.js';
import {
  ACCIDENT,
  ACCOUNT,
  CHILD,
  CLAIM,
  COMPLETED,
  JKK_SUBMITTED,
  JKM_SUBMITTED,
  OTHER_PLKK,
  PARTICIPANT,
  PLKK,
  TAKEN_OVER,
  WIDOW,
  calculatedBy,
  jkkFacts,
  invoice,
  jkmFacts,
  lapsedFacts,
  nothingShown,
} from './claim.examples.js';
import type { ClaimEvent } from './claim.events.js';
import { type ClaimState, claims } from './claim.js';
import type { JkkFacts } from '../programmes/jkk/facts.js';
import { NOTHING_PAID } from '../programmes/jkk/disability-paid.js';
import { paymentsFor } from './payments.js';

const given = decisionSpec(claims);
type Approved = EventOf<ClaimEvent, 'ClaimApproved'>;

/** What is recorded of the authority of a supervisor, who decides on cash and on care. */
const bySupervisor = (cashIdr: number, careIdr?: number): Approved['data']['authority'] => ({
  level: 2,
  upToIdr: rupiah(100_000_000),
  weighed: [
    { matter: 'CASH', amountIdr: rupiah(cashIdr) },
    ...(careIdr === undefined ? [] : [{ matter: 'CARE', amountIdr: rupiah(careIdr) } as const]),
  ],
});

const approved = (data: Partial<Approved['data']>): Approved => ({
  type: 'ClaimApproved',
  data: {
    claimId: CLAIM,
    participantId: PARTICIPANT,
    programme: 'JKK',
    accidentId: ACCIDENT,
    eventDate: localDate('2026-08-20'),
    approverId: 'user-1',
    totalIdr: rupiah(2_000_000),
    payments: [],
    invoices: [{ facilityId: PLKK, invoiceNumber: 'INV-1' }],
    entitledChildren: [],
    payBy: localDate('2026-12-01'),
    authority: bySupervisor(2_000_000),
    effectiveOn: localDate('2026-11-20'),
    person: { account: ACCOUNT },
    ...data,
  },
});

/** Of a claim that is for no accident. */
function withoutAccident(changes: Partial<Approved['data']>): Approved {
  const { type, data } = approved(changes);
  const { accidentId: _accident, invoices: _invoices, ...rest } = data;
  return { type, data: rest };
}

/** The participant died of something else after the accident. */
const DIED_SINCE = jkkFacts({}, { diedOn: localDate('2026-11-19') });

describe('approving a claim', () => {
  it('orders one payment for the claimant and one for each PLKK', () => {
    const facts = jkkFacts({
      care: [invoice(1_000_000), invoice(1_500_000, OTHER_PLKK), invoice(2_500_000, PLKK, 'INV-2')],
    });
    given([JKK_SUBMITTED, COMPLETED, calculatedBy(facts)])
      .when((state) => approveClaim({ claimId: CLAIM }, state, testContext(), facts))
      .thenRecorded([
        approved({
          totalIdr: rupiah(14_550_000),
          withoutScholarship: true,
          authority: bySupervisor(9_550_000, 5_000_000),
          invoices: [
            { facilityId: PLKK, invoiceNumber: 'INV-1' },
            { facilityId: OTHER_PLKK, invoiceNumber: 'INV-1' },
            { facilityId: PLKK, invoiceNumber: 'INV-2' },
          ],
          payments: [
            {
              payee: 'PARTICIPANT',
              componentCodes: ['JKK_TRANSPORT_LAND', 'JKK_STMB', 'JKK_PARTIAL_ANATOMIC'],
              amountIdr: rupiah(9_550_000),
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
    given([JKM_SUBMITTED, COMPLETED, calculatedBy(jkmFacts())])
      .when((state) => approveClaim({ claimId: CLAIM }, state, testContext(), jkmFacts()))
      .thenRecorded([
        withoutAccident({
          programme: 'JKM',
          eventDate: localDate('2026-10-20'),
          totalIdr: rupiah(42_000_000),
          authority: bySupervisor(42_000_000),
          payments: [
            {
              payee: 'HEIR',
              componentCodes: ['JKM_DEATH', 'JKM_PERIODIC', 'JKM_FUNERAL'],
              amountIdr: rupiah(42_000_000),
            },
          ],
          entitledChildren: [CHILD],
        }),
      ]);
  });

  it('names the delegation by which somebody of another office decides', () => {
    const delegation = { delegationId: 'd0000000-0000-5000-8000-000000000001', office: 'Bekasi' };
    const facts = { ...jkkFacts(), delegation };
    const [decided] = approveClaim(
      { claimId: CLAIM },
      fold(claims, [JKK_SUBMITTED, COMPLETED, calculatedBy(jkkFacts())]),
      testContext(),
      facts,
    );
    expect(decided).toMatchObject({ type: 'ClaimApproved', data: { authority: { level: 2, delegation } } });
  });

  it('is refused to whoever calculated it before somebody else did', () => {
    const calculations = [calculatedBy(jkkFacts(), 'user-1'), calculatedBy(jkkFacts(), 'user-2')];
    given([JKK_SUBMITTED, COMPLETED, ...calculations])
      .when((state) => approveClaim({ claimId: CLAIM }, state, testContext(), jkkFacts()))
      .thenRejected('ASSESSOR_CANNOT_DECIDE');
  });

  it('is refused to whoever calculated it', () => {
    given([JKK_SUBMITTED, COMPLETED, calculatedBy(jkkFacts(), 'user-1')])
      .when((state) => approveClaim({ claimId: CLAIM }, state, testContext(), jkkFacts()))
      .thenRejected('ASSESSOR_CANNOT_DECIDE');
  });

  it.each<[string, ClaimEvent[]]>([
    ['handed the claim in', [JKK_SUBMITTED, COMPLETED]],
    ['gave the account of the heir', [JKK_SUBMITTED, COMPLETED, TAKEN_OVER]],
  ])('is refused to whoever %s, in whatever role', (_what, handedIn) => {
    const by = (id: string) => (state: ClaimState) => {
      const roles = ['supervisor', 'adjudicator'] as const;
      return approveClaim(
        { claimId: CLAIM },
        state,
        testContext({ actor: { ...TEST_ACTOR, id, roles } }),
        jkkFacts(),
      );
    };
    const calculatedByAColleague = [...handedIn, calculatedBy(jkkFacts())];
    given(calculatedByAColleague).when(by('submitter')).thenRejected('SUBMITTER_CANNOT_DECIDE');
    if (handedIn.includes(TAKEN_OVER)) {
      given(calculatedByAColleague).when(by('taker')).thenRejected('SUBMITTER_CANNOT_DECIDE');
    }
  });

  it.each([
    ['another invoice has come', jkkFacts({ care: [invoice(18_500_001)] })],
    ['it was concluded to be no work accident', jkkFacts({ conclusion: 'NOT_WORK_ACCIDENT' })],
  ])('is refused when %s since the calculation: every rupiah paid was calculated', (_what, now) => {
    const { details } = given([JKK_SUBMITTED, COMPLETED, calculatedBy(jkkFacts())])
      .when((state) => approveClaim({ claimId: CLAIM }, state, testContext(), now))
      .thenRejected('CALCULATION_OUTDATED');
    expect(details.allowed).toEqual(['calculate the benefit again']);
  });

  it('is refused when a child was named since the calculation, who would go without a scholarship', () => {
    given([JKM_SUBMITTED, COMPLETED, calculatedBy(jkmFacts({ children: [] }))])
      .when((state) => approveClaim({ claimId: CLAIM }, state, testContext(), jkmFacts()))
      .thenRejected('CALCULATION_OUTDATED');
  });

  it('is refused when the death was traced to a work accident since the calculation', () => {
    given([JKM_SUBMITTED, COMPLETED, calculatedBy(jkmFacts())])
      .when((state) =>
        approveClaim({ claimId: CLAIM }, state, testContext(), jkmFacts({ diedOfAccidentId: ACCIDENT })),
      )
      .thenRejected('CALCULATION_OUTDATED');
  });

  it('is refused when another claim paid for the same finger since the calculation', () => {
    const items = [{ item: 'TELUNJUK_TANGAN', side: 'RIGHT', percent: 4.5 }] as const;
    const paidBefore = { ...NOTHING_PAID, items };
    given([JKK_SUBMITTED, COMPLETED, calculatedBy(jkkFacts())])
      .when((state) =>
        approveClaim({ claimId: CLAIM }, state, testContext(), jkkFacts({}, {}, { paidBefore })),
      )
      .thenRejected('CALCULATION_OUTDATED');
    given([JKK_SUBMITTED, COMPLETED, calculatedBy(jkkFacts({}, {}, { paidBefore }))])
      .when((state) => approveClaim({ claimId: CLAIM }, state, testContext(), jkkFacts()))
      .thenRejected('CALCULATION_OUTDATED');
  });

  it('waits until another claim of the participant, whose approval was begun before, is decided', () => {
    const paidBefore = { ...NOTHING_PAID, undecidedClaimId: 'another' };
    const { details } = given([JKK_SUBMITTED, COMPLETED, calculatedBy(jkkFacts())])
      .when((state) =>
        approveClaim({ claimId: CLAIM }, state, testContext(), jkkFacts({}, {}, { paidBefore })),
      )
      .thenRejected('EARLIER_CLAIM_IN_APPROVAL');
    expect(details).toMatchObject({
      allowed: ['approve or deny that claim first'],
      facts: { claimId: 'another' },
    });
  });

  it('of a death by accident is not given whole once JKM was approved for it', () => {
    const death = (paid: Partial<JkkFacts> = {}) =>
      jkkFacts({ outcome: 'DEATH', injuries: [] }, { diedOfAccidentId: ACCIDENT }, paid);
    given([JKK_SUBMITTED, COMPLETED, calculatedBy(death())])
      .when((state) =>
        approveClaim({ claimId: CLAIM }, state, testContext(), death({ paidAsJkm: rupiah(42_000_000) })),
      )
      .thenRejected('CALCULATION_OUTDATED');
  });

  it('is refused when the participant died since: the money would go to an account of the dead', () => {
    const { details } = given([JKK_SUBMITTED, COMPLETED, calculatedBy(jkkFacts())])
      .when((state) => approveClaim({ claimId: CLAIM }, state, testContext(), DIED_SINCE))
      .thenRejected('CLAIMANT_NOT_ENTITLED');
    expect(details).toMatchObject({
      allowed: ['let the heir take the claim over'],
      facts: { rule: 'claimed-by-whoever-is-entitled-now' },
    });
  });

  it('is refused when a doctor took back the death for which the heir claims', () => {
    const { details } = given([JKK_SUBMITTED, COMPLETED, TAKEN_OVER, calculatedBy(jkkFacts())])
      .when((state) => approveClaim({ claimId: CLAIM }, state, testContext(), jkkFacts()))
      .thenRejected('CLAIMANT_NOT_ENTITLED');
    expect(details.allowed).toEqual(['let the participant take the claim over']);
  });

  it('pays the heir who has taken the claim over, to the account of the heir', () => {
    given([JKK_SUBMITTED, COMPLETED, calculatedBy(jkkFacts()), TAKEN_OVER])
      .when((state) => approveClaim({ claimId: CLAIM }, state, testContext(), DIED_SINCE))
      .thenRecorded([
        approved({
          totalIdr: rupiah(28_050_000),
          withoutScholarship: true,
          authority: bySupervisor(9_550_000, 18_500_000),
          payments: [
            {
              payee: 'HEIR',
              componentCodes: ['JKK_TRANSPORT_LAND', 'JKK_STMB', 'JKK_PARTIAL_ANATOMIC'],
              amountIdr: rupiah(9_550_000),
            },
            {
              payee: 'PLKK',
              facilityId: PLKK,
              componentCodes: ['JKK_MEDICAL_PLKK'],
              amountIdr: rupiah(18_500_000),
            },
          ],
          person: { account: WIDOW.account },
        }),
      ]);
  });

  it('is refused where the law refuses', () => {
    given([JKK_SUBMITTED, COMPLETED, calculatedBy(lapsedFacts())])
      .when((state) => approveClaim({ claimId: CLAIM }, state, testContext(), lapsedFacts()))
      .thenRejected('LAW_REFUSES');
  });

  it('is refused where there is nothing to pay and no child to help', () => {
    given([JKK_SUBMITTED, COMPLETED, calculatedBy(nothingShown())])
      .when((state) => approveClaim({ claimId: CLAIM }, state, testContext(), nothingShown()))
      .thenRejected('NOTHING_TO_APPROVE');
  });

  it('pays the employer of the accident, apart from the worker, what comes in place of the wage that it went on paying', () => {
    const components = calculatedBy(jkkFacts()).data.components.map((component) =>
      component.code === 'JKK_STMB' ? { ...component, payee: 'EMPLOYER' as const } : component,
    );
    const employerId = '5f0c7f0e-6666-5000-8000-000000000001';
    const payments = paymentsFor({ components }, jkkFacts({ employerId }));
    expect(payments.map(({ payee, amountIdr }) => [payee, amountIdr])).toEqual([
      ['PARTICIPANT', 7_550_000],
      ['EMPLOYER', 2_000_000],
      ['PLKK', 18_500_000],
    ]);
    expect(payments[1]).toEqual({
      payee: 'EMPLOYER',
      employerId,
      componentCodes: ['JKK_STMB'],
      amountIdr: 2_000_000,
    });
  });

  it('is refused before the calculation, and a second time', () => {
    const early = given([JKK_SUBMITTED, COMPLETED])
      .when((state) => approveClaim({ claimId: CLAIM }, state, testContext(), jkkFacts()))
      .thenRejected('CLAIM_COMPLETE');
    expect(early.details.allowed).toEqual(['calculate the benefit']);
    given([JKK_SUBMITTED, COMPLETED, calculatedBy(jkkFacts()), approved({})])
      .when((state) => approveClaim({ claimId: CLAIM }, state, testContext(), jkkFacts()))
      .thenRejected('CLAIM_APPROVED');
    given()
      .when((state) => approveClaim({ claimId: CLAIM }, state, testContext(), jkkFacts()))
      .thenRejected('CLAIM_NOT_FOUND');
  });
});
