import { describe, expect, it } from '@jest/globals';
import { arithmetic, errorOf } from '../spec/outcome.js';

describe('a month of wage', () => {
  const wage = (facts: object) => ({ calculator: 'WAGE_MONTH', ...facts });

  it.each([
    [{ kind: 'DAILY', dailyWage: 100_000, workDaysPerWeek: 6 }, '100,000 × 25 = 2,500,000'],
    [{ kind: 'DAILY', dailyWage: 100_000, workDaysPerWeek: 5 }, '100,000 × 21 = 2,100,000'],
    [{ kind: 'PIECE', monthlyWages: [1, 2, 5] }, '(1 + 2 + 5) × 1/3 = 3'],
    [{ kind: 'WEATHER', monthlyWages: Array(12).fill(7) }, `(${Array(12).fill(7).join(' + ')}) × 1/12 = 7`],
  ])('from %j is %s', (facts, text) => {
    expect(arithmetic(wage(facts))).toBe(text);
  });

  it.each([
    [{ kind: 'DAILY', dailyWage: 100_000 }, 'MISSING_FIELD'],
    [{ kind: 'DAILY', dailyWage: 100_000, workDaysPerWeek: 7 }, 'OUT_OF_RANGE'],
    [{ kind: 'PIECE', monthlyWages: [1, 2] }, 'OUT_OF_RANGE'],
    [{ kind: 'WEATHER' }, 'MISSING_FIELD'],
  ])('from %j is impossible: %s', (facts, code) => {
    expect(errorOf(wage(facts))).toBe(code);
  });
});
