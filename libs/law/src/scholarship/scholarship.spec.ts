import { describe, expect, it } from '@jest/globals';
import { calculate } from '#law';
import { arithmetic, errorOf, outcome, total } from '../spec/outcome.js';

const FULL_PATH = { remainingYears: { TK: 2, SD: 6, SMP: 3, SMA: 3, PT: 5 } };

describe('the projection of scholarships', () => {
  const projection = (eligibleChildren: readonly object[], eventDate = '2025-02-01') => ({
    calculator: 'SCHOLARSHIP_PROJECTION',
    eventDate,
    eligibleChildren,
  });

  it('is 87 million for one child and 174 million for two or more', () => {
    expect(
      [0, 1, 2, 3].map((children) => total(projection(Array.from({ length: children }, () => FULL_PATH)))),
    ).toEqual([0, 87_000_000, 174_000_000, 174_000_000]);
  });

  it('takes the first two children as registered', () => {
    const [first, second, third] = [1, 2, 3].map((SMA) => ({ remainingYears: { SMA } }));
    expect(arithmetic(projection([first!, second!, third!]))).toBe('(1 + 2) × 3,000,000 = 9,000,000');
  });

  it('leaves out of the sum a child that has passed the level', () => {
    const children = [{ remainingYears: { SMA: 0 } }, { remainingYears: { SMA: 2 } }];
    expect(arithmetic(projection(children))).toBe('2 × 3,000,000 = 6,000,000');
  });

  it('never counts more years than a level has', () => {
    const tooMany = { remainingYears: { TK: 3, SD: 7, SMP: 4, SMA: 4, PT: 6 } };
    expect(outcome(projection([tooMany]))).toEqual(outcome(projection([FULL_PATH])));
  });

  it.each([
    ['2019-12-01', ['SCHOLARSHIP 12000000']],
    ['2019-12-02', ['SCHOLARSHIP_PT 24000000']],
  ])('of an event on %s is %j', (eventDate, components) => {
    const students = [{ remainingYears: { PT: 1 } }, { remainingYears: { PT: 1 } }];
    expect(outcome(projection(students, eventDate))).toEqual(components);
  });

  it('knows no other level', () => {
    expect(errorOf(projection([{ remainingYears: { S2: 1 } }]))).toBe('UNKNOWN_FIELD');
    expect(errorOf(projection([{ remainingYears: { PT: -1 } }]))).toBe('NEGATIVE_AMOUNT');
  });
});

describe('the scholarship of a year', () => {
  const child = (facts: object = {}) => ({
    level: 'SMP',
    yearInLevel: 2,
    evidence: true,
    ageAtClaim: 14,
    married: false,
    working: false,
    ...facts,
  });
  const year = (children: readonly object[], facts: object = {}) => ({
    calculator: 'SCHOLARSHIP_YEAR',
    eventDate: '2023-03-01',
    claimYear: 2025,
    children,
    ...facts,
  });

  it.each([
    ['TK', 2, 1_500_000],
    ['SD', 6, 1_500_000],
    ['SMP', 3, 2_000_000],
    ['SMA', 3, 3_000_000],
    ['PT', 5, 12_000_000],
  ])('of %s pays for %i years, then no more', (level, years, perYear) => {
    expect(outcome(year([child({ level, yearInLevel: years })]))).toEqual([
      `SCHOLARSHIP_${level} ${perYear}`,
    ]);
    expect(outcome(year([child({ level, yearInLevel: years + 1 })]))).toEqual([
      'SCHOLARSHIP_REJECTED_LEVEL_EXHAUSTED 0',
      'REJECTED_LEVEL_EXHAUSTED',
    ]);
  });

  it.each([
    [{ ageAtClaim: 23 }, 'REJECTED_AGE_23'],
    [{ married: true }, 'REJECTED_MARRIED'],
    [{ working: true }, 'REJECTED_WORKING'],
    [{ evidence: false }, 'REJECTED_NO_EVIDENCE'],
    [{ ageAtClaim: 23, married: true, working: true, evidence: false, yearInLevel: 9 }, 'REJECTED_AGE_23'],
  ])('of a child with %j is %s', (facts, decision) => {
    expect(outcome(year([child(facts)]))).toEqual([`SCHOLARSHIP_${decision} 0`, decision]);
  });

  it('names the rule by which nobody is paid', () => {
    const { rule, decision } = calculate(year([child({ married: true }), child({ evidence: false })]));
    expect({ rule, decision }).toEqual({ rule: 'child-is-unmarried', decision: 'REJECTED_MARRIED' });
    expect(calculate(year([child(), child({ married: true })])).rule).toBeUndefined();
  });

  it('lasts to the day before the 23rd birthday', () => {
    expect(total(year([child({ ageAtClaim: 22 })]))).toBe(2_000_000);
  });

  it('answers child by child, without a decision when somebody is paid', () => {
    expect(outcome(year([child({ married: true }), child()]))).toEqual([
      'SCHOLARSHIP_REJECTED_MARRIED 0',
      'SCHOLARSHIP_SMP 2000000',
    ]);
  });

  it('is for two children, under PP 44/2015 for one and once', () => {
    expect(outcome(year([child(), child(), child()]))).toEqual([
      'SCHOLARSHIP_SMP 2000000',
      'SCHOLARSHIP_SMP 2000000',
      'SCHOLARSHIP_REJECTED_MAX_CHILDREN 0',
    ]);
    const old = { eventDate: '2019-12-01' };
    expect(outcome(year([child({ yearInLevel: 9 }), child()], old))).toEqual([
      'SCHOLARSHIP 12000000',
      'SCHOLARSHIP_REJECTED_MAX_CHILDREN 0',
    ]);
    expect(outcome(year([child()], { ...old, alreadyPaid: true }))).toEqual([
      'SCHOLARSHIP_REJECTED_ALREADY_PAID 0',
      'REJECTED_ALREADY_PAID',
    ]);
    expect(outcome(year([child({ ageAtClaim: 23 })], old)).at(-1)).toBe('REJECTED_AGE_23');
  });

  it('is not paid once since PP 82/2019: that it was paid before plays no part, and is said to', () => {
    const { totalIdr, ignoredFields } = calculate(year([child()], { alreadyPaid: true }));
    expect({ totalIdr, ignoredFields }).toEqual({ totalIdr: 2_000_000, ignoredFields: ['alreadyPaid'] });
  });

  it.each([
    [2025, { workKind: 'PU', workMonths: 6 }, 2_000_000],
    [2025, { workKind: 'PU', workMonths: 7 }, 0],
    [2025, { workKind: 'PU' }, 0],
    [2025, { workKind: 'BPU' }, 2_000_000],
    [2025, { workKind: 'INTERN' }, 2_000_000],
    [2024, { workKind: 'INTERN' }, 0],
    [2025, {}, 0],
  ])('claimed in %i by a child working as %j is %i', (claimYear, work, amount) => {
    expect(total(year([child({ working: true, ...work })], { claimYear }))).toBe(amount);
  });

  it('is for years from the event on', () => {
    expect(errorOf(year([child()], { claimYear: 2022 }))).toBe('DATES_OUT_OF_ORDER');
    expect(total(year([child()], { claimYear: 2023 }))).toBe(2_000_000);
  });

  it('goes to the child and is no projection', () => {
    const [paid] = calculate(year([child({ level: 'TRAINING' })])).components;
    expect(paid).toMatchObject({ code: 'SCHOLARSHIP_PT', payee: 'CHILD' });
    expect(paid).not.toHaveProperty('projected');
  });
});
