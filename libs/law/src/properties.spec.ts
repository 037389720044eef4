import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calculate, CALCULATOR_FIELDS, type Calculation, INPUT_ERRORS } from '#law';
import { anyRequest, children, day, money, wage, WAGE_BASED, wageBased } from './spec/any-request.js';
import { errorOf } from './spec/outcome.js';
import { readArithmetic } from './spec/read-arithmetic.js';
import { WORKED_EXAMPLES } from './spec/worked-examples.js';

const amounts = ({ components }: Calculation) => components.map(({ amountIdr }) => amountIdr as number);
const amountOf = (calculation: Calculation, code: string) =>
  calculation.components.find((component) => component.code === code)?.amountIdr ?? 0;

describe('every calculation', () => {
  it('is made of whole, non-negative rupiah that add up to the total', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const calculation = calculate(request);
        expect(amounts(calculation).every((amount) => Number.isSafeInteger(amount) && amount >= 0)).toBe(
          true,
        );
        expect(amounts(calculation).reduce((sum, amount) => sum + amount, 0)).toBe(calculation.totalIdr);
      }),
      { numRuns: 500 },
    );
  });

  it('explains each component with its law, article and the same digits in both languages', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        for (const { law, article, arithmetic, explanation, code } of calculate(request).components) {
          expect(`${law} ${article}`).toMatch(/(PP|UU|Permenaker) .+ /);
          if (code.includes('_REJECTED_')) continue;
          expect(explanation.id).toContain(arithmetic);
          expect(explanation.en).toContain(arithmetic);
        }
      }),
    );
  });

  it('comes to the rupiah out of the arithmetic that is shown, worked out again with whole numbers only', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        for (const { amountIdr, arithmetic } of calculate(request).components) {
          expect(readArithmetic(arithmetic)).toBe(amountIdr);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('is the same whenever it is repeated', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        expect(calculate(structuredClone(request))).toEqual(calculate(request));
      }),
    );
  });
});

/** What a careless or hostile caller may send in any field. */
const AWKWARD: readonly unknown[] = [
  [undefined, null, Number.NaN, Infinity, -1, 0, 0.5, 2 ** 53, 1e12, 720, 12, '5', '', '25:00', true, false],
  ['2015-06-30', '2019-12-01', '2199-12-31', '2025-02-29', '2025-02', '2199-12', 'PU', 'BPU', 'PMI', 'DEATH'],
  ['OLD_AGE', 'WIDOW', 'DAILY', 'HOUSE', 'KPR', 'TERMINATED', 'COMMUTE', 'JKK', 'JKM'],
  [[], {}, [null], ['JKK'], ['SPOUSE'], [1e12], { LAND: 1e12 }, { DENTURE: 1e12 }],
  [[{ remainingYears: { TK: 30 } }], [{ item: 'SEBELAH_MATA', units: 1 }]],
  [[{ level: 'SD', yearInLevel: 1, evidence: true, ageAtClaim: 9 }]],
].flat();

describe('a worked example with one fact replaced by anything', () => {
  const anything = fc.oneof(fc.constantFrom(...AWKWARD), fc.jsonValue());
  const request = fc
    .record({ example: fc.constantFrom(...WORKED_EXAMPLES), field: fc.nat(), value: anything })
    .map(({ example: { inputs }, field, value }) => {
      const fields = CALCULATOR_FIELDS[inputs.calculator]!;
      return { ...inputs, [fields[field % fields.length]!]: value };
    });

  it('is either computed or refused with a named error, and never breaks', () => {
    fc.assert(
      fc.property(request, (inputs) => {
        const code = errorOf(inputs);
        expect(Object.hasOwn(INPUT_ERRORS, code) || code.startsWith('no error')).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('a benefit that rests on the wage', () => {
  it('is never lower for a higher wage', () => {
    fc.assert(
      fc.property(wageBased, fc.constantFrom(...WAGE_BASED), wage, (facts, calculator, more) => {
        const request = { ...facts, calculator };
        const raised = { ...request, monthlyWage: facts.monthlyWage + more };
        expect(calculate(raised).totalIdr).toBeGreaterThanOrEqual(calculate(request).totalIdr);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['JKP', 'lastReportedWage', { terminationDate: '2025-02-07' }],
    ['JKP', 'lastReportedWage', { terminationDate: '2025-02-06' }],
    ['JP_MONTHLY', 'weightedAvgMonthlyWage', { kind: 'WIDOW', contributionMonths: 187 }],
  ])('of %s is never lower for a higher wage either', (calculator, field, facts) => {
    fc.assert(
      fc.property(wage, wage, (lower, more) => {
        const paid = (amount: number) => calculate({ calculator, ...facts, [field]: amount }).totalIdr;
        expect(paid(lower + more)).toBeGreaterThanOrEqual(paid(lower));
      }),
    );
  });

  it('does not depend on the order of the injuries', () => {
    fc.assert(
      fc.property(wageBased, (facts) => {
        const request = { ...facts, calculator: 'JKK_PARTIAL' };
        const turned = { ...request, injuries: facts.injuries.toReversed() };
        expect(calculate(turned).totalIdr).toBe(calculate(request).totalIdr);
      }),
    );
  });

  it('for partial disability is never above that for permanent total disability, but for the rounding of each part', () => {
    fc.assert(
      fc.property(wageBased, (facts) => {
        const partial = calculate({ ...facts, calculator: 'JKK_PARTIAL' });
        const whole = amountOf(
          calculate({ ...facts, calculator: 'JKK_TOTAL_PERMANENT' }),
          'JKK_TOTAL_PERMANENT',
        );
        expect(partial.totalIdr).toBeLessThanOrEqual(whole + partial.components.length - 1);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a ceiling', () => {
  it.each([
    ['JKK_TRANSPORT', 'receipts', { LAND: 5_000_000, SEA: 2_000_000, AIR: 10_000_000 }],
    [
      'JKK_REHAB',
      'invoices',
      { DENTURE: 5_000_000, HEARING_AID: 2_500_000, GLASSES: 1_000_000, HOME_CARE: 20_000_000 },
    ],
  ])('of %s is never passed, and below it the receipt is paid', (calculator, field, ceilings) => {
    for (const [name, ceiling] of Object.entries(ceilings)) {
      fc.assert(
        fc.property(day('2019-12-02', '2030-12-31'), money, (accidentDate, claimed) => {
          const { totalIdr } = calculate({ calculator, accidentDate, [field]: { [name]: claimed } });
          expect(totalIdr).toBe(Math.min(claimed, ceiling));
        }),
      );
    }
  });

  it('of scholarships is 87 million a child and two children', () => {
    fc.assert(
      fc.property(children, day('2019-12-02', '2030-12-31'), (eligibleChildren, eventDate) => {
        const { totalIdr } = calculate({ calculator: 'SCHOLARSHIP_PROJECTION', eventDate, eligibleChildren });
        expect(totalIdr).toBeLessThanOrEqual(87_000_000 * Math.min(2, eligibleChildren.length));
      }),
    );
  });

  it('of a pension and of JKP holds for any wage', () => {
    fc.assert(
      fc.property(money, fc.integer({ min: 180, max: 600 }), (weightedAvgMonthlyWage, contributionMonths) => {
        const pension = {
          calculator: 'JP_MONTHLY',
          kind: 'OLD_AGE',
          claimDate: '2015-07-01',
          contributionMonths,
          weightedAvgMonthlyWage,
        };
        expect(calculate(pension).totalIdr).toBeGreaterThanOrEqual(300_000);
        expect(calculate(pension).totalIdr).toBeLessThanOrEqual(3_600_000);
      }),
    );
    fc.assert(
      fc.property(wage, day('2025-02-07', '2030-12-31'), (lastReportedWage, terminationDate) => {
        expect(
          calculate({ calculator: 'JKP', terminationDate, lastReportedWage }).totalIdr,
        ).toBeLessThanOrEqual(18_000_000);
      }),
    );
  });
});

describe('a contribution', () => {
  it('of BPU paid for a year at once is the sum of its months', () => {
    fc.assert(
      fc.property(money, day('2019-01-01', '2027-12-31'), (declaredIncome, date) => {
        const request = { calculator: 'CONTRIB_BPU', declaredIncome, programs: ['JKK', 'JKM', 'JHT'] };
        const first = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
        const months = Array.from({ length: 12 }, (_, index) => {
          const month = first + index;
          return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
        });
        const single = months.map((period) => calculate({ ...request, period }).totalIdr as number);
        expect(calculate({ ...request, period: months[0], months: 12 }).totalIdr).toBe(
          single.reduce((sum, amount) => sum + amount, 0),
        );
      }),
      { numRuns: 50 },
    );
  });
});
