import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calculate, CALCULATOR_FIELDS, explain, type Explanation, writeExplanation } from '#law';
import { anyRequest, wage } from '../spec/any-request.js';
import { evaluateReasons } from '../spec/evaluate-reasons.js';
import { WORKED_EXAMPLES } from '../spec/worked-examples.js';

interface Request {
  readonly calculator: string;
}

/** Each component of an answer, and what its tree comes to when somebody else works it out. */
function workedOut(request: Request): { readonly stated: number[]; readonly again: number[] } {
  const { components } = explain(request);
  const fields = CALCULATOR_FIELDS[request.calculator]!;
  const ofDisease = fields.includes('diagnosisDate') ? [...fields, 'accidentDate'] : fields;
  return {
    stated: components.map(({ amountIdr }) => amountIdr),
    again: components.map(({ because }) => (because ? evaluateReasons(because, request, ofDisease) : 0)),
  };
}

/** Calculators that say what holds and never an amount of their own. Requests of all others stand in `spec/any-request.ts`. */
const DECIDE_ONLY = ['EMPLOYER_DUES', 'WORK_ACCIDENT', 'STAGE_I_REPORT', 'MLT', 'HEIRS'];

const named = (explanation: Explanation, policy: string) =>
  explanation.policies.find((asked) => asked.policy === policy);

describe('the reasons of an answer', () => {
  it.each(WORKED_EXAMPLES.map(({ id, inputs }) => [id, inputs] as const))(
    'of the worked example %s come to its amounts, from the tables and the request alone',
    (_id, request) => {
      const { stated, again } = workedOut(request);
      expect(again).toEqual(stated);
    },
  );

  it('come to the amounts of any request', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const { stated, again } = workedOut(request);
        expect(again).toEqual(stated);
      }),
      { numRuns: 1_000 },
    );
  });

  const eyes = [{ item: 'BINOKULER', betterEyeLossPct: 35.5, worseEyeLossPct: 80 }];
  it.each([
    { calculator: 'JKK_PARTIAL', accidentDate: '2025-04-07', monthlyWage: 3_000_000, injuries: eyes },
    { calculator: 'CONTRIB_BPU', declaredIncome: 1_150_000, period: '2020-07', months: 12 },
    {
      calculator: 'LATE_PAYMENT',
      benefitDue: 1_000_000,
      completeOn: '2025-03-03',
      paidOn: '2025-03-20',
      holidays: ['2025-03-05'],
    },
  ])('of $calculator name what was counted, and counted again it is as much', (request) => {
    expect(JSON.stringify(explain(request))).toContain('"operation":"COUNT"');
    const { stated, again } = workedOut(request);
    expect(again).toEqual(stated);
  });

  it('of what the employer owes come to its amounts, where the wage was reported too low', () => {
    const wages = fc.record({ reported: wage, more: wage });
    fc.assert(
      fc.property(wages, fc.constantFrom('JKK_DEATH', 'JKP'), ({ reported, more }, calculator) => {
        const request = {
          calculator,
          segment: 'PU',
          ...(calculator === 'JKP'
            ? { terminationDate: '2025-04-07', lastReportedWage: reported }
            : { accidentDate: '2025-04-07', monthlyWage: reported }),
          actualMonthlyWage: reported + more,
        };
        const { owedByEmployer = [] } = explain(request);
        for (const { because, amountIdr } of owedByEmployer) {
          expect(evaluateReasons(because!, request, CALCULATOR_FIELDS[calculator]!)).toBe(amountIdr);
        }
      }),
    );
  });

  it('are tried of every calculator that gives an amount', () => {
    const byChance = fc.sample(anyRequest, { numRuns: 2_000, seed: 11 });
    const tried = new Set(
      [...byChance, ...WORKED_EXAMPLES.map(({ inputs }) => inputs)].map(({ calculator }) => calculator),
    );
    expect(Object.keys(CALCULATOR_FIELDS).filter((name) => !tried.has(name))).toEqual(DECIDE_ONLY);
  });

  it('change nothing of the answer', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const { totalIdr, ruleSetVersion, decision, components } = calculate(request);
        const reasons = explain(request);
        expect(reasons).toMatchObject({ totalIdr, ruleSetVersion });
        expect(reasons.decision).toBe(decision);
        expect(reasons.components.map(({ arithmetic }) => arithmetic)).toEqual(
          components.map(({ arithmetic }) => arithmetic),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('tell which policy objected, on which facts, and which did not', () => {
    const refused = explain({
      calculator: 'JKM',
      segment: 'PU',
      deathDate: '2025-04-07',
      active: false,
    });
    expect(refused).toMatchObject({ decision: 'REJECTED_INACTIVE', rule: 'membership-is-active' });
    expect(named(refused, 'death-is-no-work-accident')?.objected).toBe(false);
    const objection = named(refused, 'membership-is-active');
    expect(objection).toMatchObject({ objected: true, decision: 'REJECTED_INACTIVE' });
    expect(objection?.facts).toContainEqual(expect.objectContaining({ name: 'active', value: false }));
    expect(refused.policies.at(-1)).toBe(objection);
    expect(refused.components[0]?.because).toBeUndefined();
  });

  it('name the rule, its days, law and article, and the field of each number', () => {
    const { components } = explain({
      calculator: 'JKK_TRANSPORT',
      accidentDate: '2025-04-07',
      receipts: { LAND: 7_000_000 },
    });
    expect(components[0]?.because).toMatchObject({
      operation: 'AT_MOST',
      exact: '5000000',
      of: [
        { kind: 'INPUT', field: 'receipts.LAND', value: 7_000_000, given: true },
        { kind: 'PARAMETER', rule: 'JKK_TRANSPORT_LAND', from: '2019-12-02', value: 5_000_000 },
      ],
    });
  });

  it('name rules that were read though they cut nothing', () => {
    const { alsoRead } = explain({
      calculator: 'JKM',
      segment: 'BPU',
      deathDate: '2025-04-07',
      consecutivePaidMonths: 30,
      totalPaidMonths: 30,
    });
    expect(alsoRead.map(({ rule }) => rule)).toEqual(['JKM_LIMITED_BELOW_MONTHS', 'JKM_SEVERAL_EMPLOYERS']);
  });

  it('give each policy the rules that it read itself', () => {
    const { policies } = explain({
      calculator: 'JKK_DEATH',
      segment: 'PU',
      accidentDate: '2025-05-19',
      monthlyWage: 5_000_000,
      claimDate: '2026-01-01',
      employerArrearsMonths: 2,
    });
    const reading = policies.filter(({ rules }) => rules.length > 0);
    expect(reading.map(({ policy, rules }) => [policy, ...rules.map(({ rule }) => rule)])).toEqual([
      ['employer-is-not-in-arrears', 'ARREARS_MONTHS'],
      ['claim-is-in-time', 'JKK_EXPIRY'],
      ['stage-one-was-in-time', 'LATE_REPORT_EFFECT'],
    ]);
  });

  it.each([
    { calculator: 'JKK_DEATH', segment: 'PU', accidentDate: '2025-05-19', coverage: 'NEVER' },
    { calculator: 'CONTRIB_PU', period: '2025-06', programs: ['JKM'] },
  ])('name the actual wage where $calculator was computed from it', (request) => {
    const wages = { monthlyWage: 2_600_000, actualMonthlyWage: 4_100_000 };
    const { owedByEmployer = [] } = explain({ ...request, ...wages });
    const trees = owedByEmployer.map(({ because }) => JSON.stringify(because));
    expect(trees[0]).toContain('"field":"actualMonthlyWage"');
  });
});

describe('an explanation in text', () => {
  it.each([
    ['id', 'Santunan berkala yang dibayar sekaligus', 'sejak 2019-12-02', 'Pasal 34'],
    ['en', 'Periodic benefit, paid at once', 'from 2019-12-02', 'Art. 34'],
  ] as const)('in %s is a tree, a step deeper for each number', (language, title, time, article) => {
    const explanation = explain({ calculator: 'JKM', segment: 'PU', deathDate: '2025-04-07' });
    const lines = writeExplanation(explanation, language).split('\n');
    const periodic = lines.findIndex((line) => line.startsWith('JKM_PERIODIC'));
    expect(lines[periodic + 2]).toMatch(/^ {2}24 × 500,000 = 12,000,000/);
    expect(lines[periodic + 3]).toMatch(/^ {4}24 /);
    for (const part of [title, '[JKM_PERIODIC.months]', time, article]) {
      expect(lines[periodic + 3]).toContain(part);
    }
  });
});
