import { describe, expect, it } from '@jest/globals';
import type { EmploymentFacts } from '#contexts/dues/facts';
import { type EventOf, fold, localDate, period, rupiah } from '#kernel';
import { testContext } from '#testing/decisions';
import { coverageForEvent } from '#law';
import type { AccidentForClaim } from '../programmes/jkk/facts.js';
import { workOfClaim } from '../programmes/work.js';
import { calculateBenefit } from './calculate-benefit.js';
import {
  CHILD,
  CLAIM,
  COMPLETED,
  JKK_SUBMITTED,
  LATER_PAPERS,
  JKM_SUBMITTED,
  invoice,
  jkkFacts,
  jkmFacts,
  receivedLater,
} from './claim.examples.js';
import type { ClaimEvent } from './claim.events.js';
import { paymentsFor } from './payments.js';
import { claims } from './claim.js';
import { denyClaim } from './deny-claim.js';
import type { Basis } from './programme.js';
import { FACTORY, HURT, SHOP, earner, employment } from './wage-earner.examples.js';

const inArrears = (months: number): Partial<EmploymentFacts> => ({
  cover: {
    status: months > 3 ? 'INACTIVE' : 'ACTIVE',
    reason: months > 3 ? 'EMPLOYER_PAYS_FIRST' : 'EMPLOYER_IN_ARREARS',
    employerArrearsMonths: months,
    totalPaidMonths: 20,
  },
});

const neverPaid: Partial<EmploymentFacts> = {
  cover: { status: 'NEVER', reason: 'EMPLOYER_NEVER_PAID', employerArrearsMonths: 0, totalPaidMonths: 0 },
};

/** Where nobody holds a guarantee letter. */
const CLINIC = '5f0c7f0e-4444-5000-8000-000000000009';

const jkk = fold(claims, [JKK_SUBMITTED, receivedLater(LATER_PAPERS), COMPLETED]);
const jkm = fold(claims, [JKM_SUBMITTED, COMPLETED]);

function calculatedFrom(basis: Basis, state = jkk): EventOf<ClaimEvent, 'BenefitCalculated'>['data'] {
  const [event] = calculateBenefit({ claimId: CLAIM }, state, testContext(), basis);
  if (event?.type !== 'BenefitCalculated') throw new Error(`Decided ${event?.type}`);
  return event.data;
}

const amounts = (lines: readonly { readonly code: string; readonly amountIdr: number }[] = []) =>
  Object.fromEntries(lines.map(({ code, amountIdr }) => [code, amountIdr]));

describe('the claim of a wage earner for an accident', () => {
  const accident = (changes: Partial<EmploymentFacts> = {}, more: Partial<AccidentForClaim> = {}) =>
    jkkFacts({ ...HURT, ...more }, earner(employment(changes)));

  it('is computed from the wage that the employer reported (WE-31)', () => {
    const data = calculatedFrom(accident());
    expect(amounts(data.components)).toEqual({
      JKK_MEDICAL_PLKK: 37_450_000,
      JKK_TRANSPORT_LAND: 350_000,
      JKK_STMB: 10_400_000,
      JKK_PARTIAL_ANATOMIC: 16_640_000,
    });
    expect(data).toMatchObject({ totalIdr: 64_840_000 });
    expect(data).not.toHaveProperty('owedByEmployer');
  });

  it('pays incapacity to whoever bore it: the employer, unless it stopped paying the wage (R-4)', () => {
    const payee = (wageContinued?: boolean) =>
      calculatedFrom(accident({}, { ...(wageContinued !== undefined && { wageContinued }) })).components.find(
        ({ code }) => code === 'JKK_STMB',
      )?.payee;
    expect([payee(), payee(true), payee(false)]).toEqual(['EMPLOYER', 'EMPLOYER', 'PARTICIPANT']);
  });

  it('repays the employer what it paid first for care and transport, after the participant where the law gives less', () => {
    const basis = accident(
      {},
      {
        care: [],
        reimbursements: [
          { ...invoice(10_000_000, CLINIC, 'K-1'), paidBy: 'EMPLOYER' },
          invoice(5_000_000, CLINIC, 'K-2'),
        ],
        transport: { LAND: rupiah(6_000_000) },
        transportByEmployer: { LAND: rupiah(2_000_000) },
      },
    );
    const data = calculatedFrom(basis);
    expect(data.components.map(({ code, amountIdr, payee }) => [code, amountIdr, payee])).toEqual([
      ['JKK_MEDICAL', 5_000_000, 'RECEIPT_PAYER'],
      ['JKK_MEDICAL', 10_000_000, 'EMPLOYER'],
      ['JKK_TRANSPORT_LAND', 4_000_000, 'RECEIPT_PAYER'],
      ['JKK_TRANSPORT_LAND', 1_000_000, 'EMPLOYER'],
      ['JKK_STMB', 10_400_000, 'EMPLOYER'],
      ['JKK_PARTIAL_ANATOMIC', 16_640_000, 'PARTICIPANT'],
    ]);
    expect(data.totalIdr).toBe(47_040_000);
    expect(data).not.toHaveProperty('owedByEmployer');
    expect(
      paymentsFor(data, basis).map(({ payee, employerId, amountIdr }) => [payee, employerId, amountIdr]),
    ).toEqual([
      ['PARTICIPANT', undefined, 25_640_000],
      ['EMPLOYER', FACTORY, 21_400_000],
    ]);
    expect(basis.programme.papers(basis.facts)).toContain('CARE_RECEIPTS');
  });

  it('is paid by BPJS while the employer is up to three months in arrears, and by the employer first after that', () => {
    expect(calculatedFrom(accident(inArrears(2)))).toMatchObject({ totalIdr: 64_840_000 });
    const data = calculatedFrom(accident(inArrears(4)));
    expect(data).toMatchObject({ totalIdr: 0, refusal: { decision: 'EMPLOYER_PAYS_FIRST' } });
    expect(data.owedByEmployer).toContainEqual(
      expect.objectContaining({
        employerId: FACTORY,
        code: 'JKK_STMB',
        amountIdr: 10_400_000,
        ground: 'ARREARS_OVER_3M',
        reimbursable: true,
      }),
    );
    expect(amounts(data.owedByEmployer)).toMatchObject({ JKK_PARTIAL_ANATOMIC: 16_640_000 });
  });

  it('is owed by an employer that reported stage I late, and by one that never paid for anybody', () => {
    const late = calculatedFrom(accident({}, { stageOne: { late: true } }));
    expect(late).toMatchObject({ totalIdr: 0, refusal: { decision: 'EMPLOYER_PAYS_FIRST' } });
    expect(late.owedByEmployer?.[0]).toMatchObject({ ground: 'LATE_STAGE_ONE', reimbursable: true });
    const never = calculatedFrom(accident(neverPaid));
    expect(never).toMatchObject({ totalIdr: 0, refusal: { decision: 'REJECTED_NOT_REGISTERED' } });
    expect(never.owedByEmployer?.[0]).toMatchObject({ ground: 'NEVER_REGISTERED', reimbursable: false });
    expect(amounts(never.owedByEmployer)).toEqual(amounts(calculatedFrom(accident()).components));
  });

  it('is paid at the reported wage, and the employer owes what it reported too little (WE-73)', () => {
    const wages = { reportedWageIdr: rupiah(2_600_000), actualWageIdr: rupiah(4_100_000) };
    const toe: Partial<AccidentForClaim> = {
      injuries: [{ item: 'IBU_JARI_KAKI', kind: 'ANATOMIC', functionLossPct: 100 }],
      incapacityDays: 0,
      transport: {},
      care: [],
    };
    const data = calculatedFrom(accident(wages, toe));
    expect(amounts(data.components)).toEqual({ JKK_PARTIAL_ANATOMIC: 10_400_000 });
    expect(data.owedByEmployer).toEqual([
      expect.objectContaining({
        code: 'JKK_PARTIAL_ANATOMIC',
        amountIdr: 6_000_000,
        ground: 'WAGE_SHORTFALL',
      }),
    ]);
    expect(data.owedByEmployer?.[0]?.article).not.toContain('row');
  });

  it('gives a disease that was diagnosed within three years after the work had ended', () => {
    const left = {
      cover: { status: 'INACTIVE', reason: 'ENDED', employerArrearsMonths: 9, totalPaidMonths: 20 },
      endedOn: localDate('2025-11-30'),
    } as const;
    expect(calculatedFrom(accident(left))).toMatchObject({ refusal: { decision: 'REJECTED_INACTIVE' } });
    const disease = accident(left, { kind: 'OCCUPATIONAL_DISEASE' });
    expect(calculatedFrom(disease)).toMatchObject({ totalIdr: 64_840_000 });
  });

  it('that is denied says what the employer owes instead', () => {
    const basis = accident(inArrears(4));
    const { owedByEmployer, ...data } = calculatedFrom(basis);
    const calculated = fold(claims, [
      JKK_SUBMITTED,
      COMPLETED,
      { type: 'BenefitCalculated', data: { ...data, owedByEmployer } },
    ]);
    const context = testContext({ actor: { ...testContext().actor, id: 'user-2' } });
    expect(denyClaim({ claimId: CLAIM }, calculated, context, basis)).toMatchObject([
      { type: 'ClaimDenied', data: { decision: 'EMPLOYER_PAYS_FIRST', owedByEmployer } },
    ]);
  });
});

describe('the claim for the death of a wage earner', () => {
  const died = (...employments: readonly EmploymentFacts[]) =>
    calculatedFrom(jkmFacts({ ...earner(...employments), children: [] }), jkm);

  it('gives of two employers the lump sum and the monthly money twice, and the funeral once', () => {
    const data = died(employment(), employment(inArrears(2), SHOP));
    expect(amounts(data.components)).toEqual({
      JKM_DEATH: 40_000_000,
      JKM_PERIODIC: 24_000_000,
      JKM_FUNERAL: 10_000_000,
    });
    expect(data).not.toHaveProperty('owedByEmployer');
  });

  it.each([
    ['too long in arrears', inArrears(4), 'ARREARS_OVER_3M', true],
    ['that never paid', neverPaid, 'NEVER_REGISTERED', false],
  ] as const)(
    'is owed by an employer %s beside what another gives',
    (_what, changes, ground, reimbursable) => {
      const data = died(employment(), employment(changes, SHOP));
      expect(data).toMatchObject({ totalIdr: 42_000_000 });
      expect(data.owedByEmployer).toEqual([
        expect.objectContaining({
          employerId: SHOP,
          code: 'JKM_DEATH',
          amountIdr: 20_000_000,
          ground,
          reimbursable,
        }),
        expect.objectContaining({
          employerId: SHOP,
          code: 'JKM_PERIODIC',
          amountIdr: 12_000_000,
          ground,
          reimbursable,
        }),
      ]);
    },
  );

  it('is owed as a whole where BPJS stands for none of them', () => {
    const data = died(employment(inArrears(5)), employment(neverPaid, SHOP));
    expect(data).toMatchObject({ totalIdr: 0, refusal: { decision: 'EMPLOYER_PAYS_FIRST' } });
    const of = (employerId: string) => data.owedByEmployer?.filter((one) => one.employerId === employerId);
    expect(amounts(of(FACTORY))).toEqual({
      JKM_DEATH: 20_000_000,
      JKM_PERIODIC: 12_000_000,
      JKM_FUNERAL: 10_000_000,
    });
    expect(amounts(of(SHOP))).toEqual({ JKM_DEATH: 20_000_000, JKM_PERIODIC: 12_000_000 });
  });

  it('entitles a child to a scholarship once 36 months were paid, whoever paid them', () => {
    const children = (totalPaidMonths: number) => {
      const { coverageAtEvent, ...facts } = earner(employment());
      const basis = jkmFacts({
        ...facts,
        coverageAtEvent: { ...coverageAtEvent, totalPaidMonths },
        children: [CHILD],
      });
      return calculatedFrom(basis, jkm).entitledChildren;
    };
    expect(children(35)).toEqual([]);
    expect(children(36)).toEqual([CHILD]);
  });
});

describe('the work that a claim rests on', () => {
  const day = localDate('2026-10-20');
  const own = (lastPaid?: string) => ({
    segment: 'BPU' as const,
    coverageForEvent: (on: typeof day) =>
      coverageForEvent(on, lastPaid ? [{ period: period(lastPaid) }] : [], 'BPU'),
  });

  it('is that at which the accident happened, whatever else somebody does', () => {
    const work = [employment(), employment({}, SHOP)];
    expect(workOfClaim(day, { employerId: SHOP }, own('2026-10'), work)).toEqual({
      segment: 'PU',
      employments: [work[1]],
    });
    expect(workOfClaim(day, 'OWN_WORK', own('2026-10'), work)).toEqual({ segment: 'BPU' });
  });

  it('is of a death every employer of that day, first whom BPJS stands for; own work only where it stands for none', () => {
    const [covered, behind] = [employment(), employment(inArrears(4), SHOP)];
    const left = employment({ cover: { ...covered.cover, status: 'INACTIVE', reason: 'ENDED' } });
    expect(workOfClaim(day, 'ALL_WORK', own('2026-10'), [behind, covered, left])).toEqual({
      segment: 'PU',
      employments: [covered, behind],
    });
    expect(workOfClaim(day, 'ALL_WORK', own('2026-10'), [behind])).toEqual({ segment: 'BPU' });
    expect(workOfClaim(day, 'ALL_WORK', own(), [behind])).toMatchObject({ segment: 'PU' });
    expect(workOfClaim(day, 'ALL_WORK', own(), [left])).toEqual({ segment: 'BPU' });
  });
});
