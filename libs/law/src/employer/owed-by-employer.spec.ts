import { describe, expect, it } from '@jest/globals';
import { calculate, type Calculation } from '#law';
import { outcome } from '../spec/outcome.js';

const death = (facts: object = {}) => ({
  calculator: 'JKK_DEATH',
  segment: 'PU',
  accidentDate: '2025-05-19',
  monthlyWage: 5_000_000,
  ...facts,
});
const care = (facts: object = {}) => ({
  calculator: 'JKK_CASE',
  segment: 'PU',
  accidentDate: '2025-02-24',
  monthlyWage: 5_000_000,
  plkkInvoice: 12_600_000,
  incapacityDays: 18,
  ...facts,
});
const lines = ({ owedByEmployer = [] }: Calculation) =>
  owedByEmployer.map(({ code, amountIdr, ground, reimbursable }) =>
    [code, amountIdr, ground, ...(reimbursable ? ['reimbursed'] : [])].join(' '),
  );
const owed = (request: Readonly<Record<string, unknown>>) => lines(calculate(request));

describe('a worker who was never registered', () => {
  it('is owed every benefit at the actual wage, and BPJS pays nothing', () => {
    const request = death({ coverage: 'NEVER', monthlyWage: 3_750_000 });
    expect(outcome(request)).toEqual(['JKK_REJECTED_NOT_REGISTERED 0', 'REJECTED_NOT_REGISTERED']);
    expect(owed(request)).toEqual([
      'JKK_DEATH 180000000 NEVER_REGISTERED',
      'JKK_PERIODIC 12000000 NEVER_REGISTERED',
      'JKK_FUNERAL 10000000 NEVER_REGISTERED',
    ]);
    expect(calculate(request)).toMatchObject({ totalIdr: 0, owedByEmployerTotalIdr: 202_000_000 });
    const actual = death({ coverage: 'NEVER', monthlyWage: undefined, actualMonthlyWage: 3_750_000 });
    expect(owed(actual)).toEqual(owed(request));
  });

  it('is owed by the law of the day of the accident', () => {
    expect(owed(death({ coverage: 'NEVER', accidentDate: '2019-12-01' }))).toEqual([
      'JKK_DEATH 240000000 NEVER_REGISTERED',
      'JKK_PERIODIC 4800000 NEVER_REGISTERED',
      'JKK_FUNERAL 3000000 NEVER_REGISTERED',
    ]);
  });

  it('is told why, with the law of the ground and that of the amount', () => {
    const [first] = calculate(death({ coverage: 'NEVER' })).owedByEmployer!;
    expect(first).toMatchObject({
      law: 'PP 44/2015 jo. PP 82/2019 jo. PP 49/2023',
      arithmetic: '60% × 80 × 5,000,000 = 240,000,000',
    });
    expect(first!.explanation.en).toMatch(/never registered the worker.*Art\. 27.*Death/);
    expect(first!.explanation.id).toMatch(/tidak didaftarkan.*Pasal 27/);
    expect(JSON.parse(JSON.stringify(first))).toMatchObject({
      ground: 'NEVER_REGISTERED',
      reimbursable: false,
    });
  });

  it('is owed nothing where there is nothing to pay for, and nothing that nobody can compute', () => {
    expect(owed(death({ coverage: 'NEVER', conclusion: 'NOT_WORK_ACCIDENT' }))).toEqual([]);
    expect(owed(death({ coverage: 'NEVER', claimDate: '2030-05-20' }))).toEqual([]);
    expect(outcome(death({ coverage: 'NEVER', monthlyWage: undefined }))).toEqual([
      'JKK_REJECTED_NOT_REGISTERED 0',
      'REJECTED_NOT_REGISTERED',
    ]);
    expect(calculate(death({ coverage: 'NEVER', segment: 'BPU' }))).not.toHaveProperty('owedByEmployer');
  });
});

describe('the employer of somebody who died, no accident', () => {
  const jkm = (facts: object) => ({ calculator: 'JKM', segment: 'PU', deathDate: '2025-03-10', ...facts });
  const DUE = [
    ['JKM_DEATH', 20_000_000],
    ['JKM_PERIODIC', 12_000_000],
    ['JKM_FUNERAL', 10_000_000],
  ];

  it.each([
    [{ coverage: 'NEVER' }, 'REJECTED_NOT_REGISTERED', 'NEVER_REGISTERED'],
    [{ employerArrearsMonths: 4 }, 'EMPLOYER_PAYS_FIRST', 'ARREARS_OVER_3M reimbursed'],
  ])('owes the whole with %j', (facts, decision, ground) => {
    expect(outcome(jkm(facts))).toEqual([`JKM_${decision} 0`, decision]);
    expect(owed(jkm(facts))).toEqual(DUE.map((line) => [...line, ground].join(' ')));
    expect(calculate(jkm(facts)).owedByEmployerTotalIdr).toBe(42_000_000);
  });

  it('owes nothing where BPJS pays, where JKK pays and where membership ended', () => {
    expect(owed(jkm({ employerArrearsMonths: 3 }))).toEqual([]);
    expect(owed(jkm({ coverage: 'NEVER', workAccident: true }))).toEqual([]);
    expect(owed(jkm({ coverage: 'INACTIVE' }))).toEqual([]);
    expect(calculate(jkm({ coverage: 'NEVER', segment: 'BPU' }))).not.toHaveProperty('owedByEmployer');
  });

  it('owes scholarships where enough months were paid', () => {
    const eligibleChildren = [{ remainingYears: { SMA: 1 } }];
    const facts = { employerArrearsMonths: 4, totalPaidMonths: 36, eligibleChildren };
    expect(owed(jkm(facts))).toContain('SCHOLARSHIP_SMA 3000000 ARREARS_OVER_3M reimbursed');
    expect(owed(jkm({ ...facts, totalPaidMonths: undefined }))).toHaveLength(3);
  });

  it('is less sure of it than of a work accident, which the article names', () => {
    const never = { coverage: 'NEVER' };
    expect(calculate(jkm(never)).owedByEmployer![0]!.confidence).toBe('H');
  });
});

describe('an employer in arrears', () => {
  it.each([3, 4])('of %i months in a row', (employerArrearsMonths) => {
    const request = death({ employerArrearsMonths, coverage: 'INACTIVE' });
    expect(outcome(request)).toEqual(
      employerArrearsMonths > 3
        ? ['JKK_EMPLOYER_PAYS_FIRST 0', 'EMPLOYER_PAYS_FIRST']
        : ['JKK_REJECTED_INACTIVE 0', 'REJECTED_INACTIVE'],
    );
    expect(owed(request)).toEqual(
      employerArrearsMonths > 3
        ? [
            'JKK_DEATH 240000000 ARREARS_OVER_3M reimbursed',
            'JKK_PERIODIC 12000000 ARREARS_OVER_3M reimbursed',
            'JKK_FUNERAL 10000000 ARREARS_OVER_3M reimbursed',
          ]
        : [],
    );
  });

  it('is borne by BPJS for three months', () => {
    expect(calculate(death({ employerArrearsMonths: 3 }))).toMatchObject({
      totalIdr: 262_000_000,
      owedByEmployer: [],
    });
  });

  it('owes nothing for what is no work accident', () => {
    const request = death({ employerArrearsMonths: 5, conclusion: 'NOT_WORK_ACCIDENT' });
    expect(outcome(request)[1]).toBe('REJECTED_NOT_WORK_ACCIDENT');
    expect(owed(request)).toEqual([]);
  });

  it('plays no part for the self-employed, and that is said', () => {
    const { totalIdr, ignoredFields } = calculate(death({ segment: 'BPU', employerArrearsMonths: 9 }));
    expect(totalIdr).toBeGreaterThan(0);
    expect(ignoredFields).toEqual(['employerArrearsMonths']);
  });
});

describe('a late report of stage I', () => {
  it.each([
    ['2025-02-23', 15_600_000, [], ['stageOneLate']],
    [
      '2025-02-24',
      0,
      ['JKK_MEDICAL_PLKK 12600000 LATE_STAGE_ONE reimbursed', 'JKK_STMB 3000000 LATE_STAGE_ONE reimbursed'],
      undefined,
    ],
  ])('of an accident on %s leaves BPJS with %i', (accidentDate, totalIdr, list, ignoredFields) => {
    const answer = calculate(care({ accidentDate, stageOneLate: true }));
    expect(answer.totalIdr).toBe(totalIdr);
    expect(lines(answer)).toEqual(list);
    expect(answer.ignoredFields).toEqual(ignoredFields);
  });

  it.each([
    ['PU', 'EMPLOYER_PAYS_FIRST'],
    ['JAKON', 'EMPLOYER_PAYS_FIRST'],
    ['BPU', undefined],
  ])('of a %s is decided as %s', (segment, decision) => {
    expect(calculate(care({ segment, stageOneLate: true })).decision).toBe(decision);
  });

  it('yields to arrears, and both to a worker who was never registered', () => {
    const grounds = (facts: object) =>
      new Set(calculate(care({ stageOneLate: true, ...facts })).owedByEmployer!.map(({ ground }) => ground));
    expect(grounds({ employerArrearsMonths: 5 })).toEqual(new Set(['ARREARS_OVER_3M']));
    expect(grounds({ employerArrearsMonths: 5, coverage: 'NEVER' })).toEqual(new Set(['NEVER_REGISTERED']));
  });
});

describe('a wage that was reported too low', () => {
  const wages = { monthlyWage: 2_600_000, actualMonthlyWage: 4_100_000 };
  const injuries = [{ item: 'IBU_JARI_KAKI', kind: 'ANATOMIC', functionLossPct: 100 }];

  it.each([
    ['JKK_PARTIAL', { injuries }, 10_400_000, ['JKK_PARTIAL_ANATOMIC 6000000 WAGE_SHORTFALL']],
    ['JKK_STMB', { incapacityDays: 20 }, 1_733_333, ['JKK_STMB 1000000 WAGE_SHORTFALL']],
    ['JKK_TOTAL_PERMANENT', {}, 157_600_000, ['JKK_TOTAL_PERMANENT 84000000 WAGE_SHORTFALL']],
    ['JKK_DEATH', {}, 146_800_000, ['JKK_DEATH 72000000 WAGE_SHORTFALL']],
    ['JKK_TRANSPORT', { receipts: { LAND: 1_000_000 } }, 1_000_000, []],
  ])('makes the employer owe the difference of %s', (calculator, facts, totalIdr, list) => {
    const answer = calculate({ calculator, accidentDate: '2025-07-08', ...wages, ...facts });
    expect(answer.totalIdr).toBe(totalIdr);
    expect(lines(answer)).toEqual(list);
  });

  it('is explained in the language of the reader, the article that nobody saw as well', () => {
    const [first] = calculate(death(wages)).owedByEmployer!;
    expect(first!.explanation.en).toContain(', article not seen)');
    expect(first!.explanation.id).toContain(', pasal belum dilihat)');
  });

  it('is rounded component by component before the difference is taken', () => {
    const answer = calculate({
      calculator: 'JKK_STMB',
      accidentDate: '2025-07-08',
      incapacityDays: 1,
      monthlyWage: 1_000_001,
      actualMonthlyWage: 1_000_030,
    });
    expect(answer.owedByEmployer).toMatchObject([{ amountIdr: 1, arithmetic: '33,334 − 33,333 = 1' }]);
  });

  it('is added in lines of its own to what the employer pays first', () => {
    expect(owed(death({ ...wages, employerArrearsMonths: 4 }))).toEqual([
      'JKK_DEATH 124800000 ARREARS_OVER_3M reimbursed',
      'JKK_PERIODIC 12000000 ARREARS_OVER_3M reimbursed',
      'JKK_FUNERAL 10000000 ARREARS_OVER_3M reimbursed',
      'JKK_DEATH 72000000 WAGE_SHORTFALL',
    ]);
  });

  it('owes nothing when more was reported than earned', () => {
    expect(owed(death({ actualMonthlyWage: 4_999_999 }))).toEqual([]);
  });
});
