import { describe, expect, it } from '@jest/globals';
import { calculate } from '#law';
import { errorOf, outcome } from '../spec/outcome.js';

describe('JKM of a migrant worker', () => {
  const jkm = (facts: object) => ({
    calculator: 'JKM',
    segment: 'PMI',
    pmiPhase: 'DURING',
    deathDate: '2024-09-03',
    ...facts,
  });
  const ABROAD = ['JKM_PMI_DEATH_AND_PERIODIC 75000000', 'JKM_FUNERAL 10000000'];
  const AT_HOME = ['JKM_DEATH 20000000', 'JKM_PERIODIC 12000000', 'JKM_FUNERAL 10000000'];

  it.each([
    ['BEFORE', AT_HOME],
    ['DURING', ABROAD],
    ['AFTER', AT_HOME],
  ])('who died %s the work abroad is %j', (pmiPhase, expected) => {
    expect(outcome(jkm({ pmiPhase }))).toEqual(expected);
  });

  it('is known from Permenaker 4/2023, 2023-02-22, and not guessed before', () => {
    expect(outcome(jkm({ deathDate: '2023-02-22' }))).toEqual(ABROAD);
    expect(errorOf(jkm({ deathDate: '2023-02-21' }))).toBe('PMI_AMOUNT_UNKNOWN');
  });

  it('abroad asks for no cause, at home it does', () => {
    expect(outcome(jkm({ workAccident: true }))).toEqual(ABROAD);
    expect(calculate(jkm({ workAccident: true })).ignoredFields).toEqual(['workAccident']);
    expect(outcome(jkm({ workAccident: true, pmiPhase: 'AFTER' }))).toEqual([
      'JKM_REJECTED_WORK_ACCIDENT 0',
      'REJECTED_WORK_ACCIDENT',
    ]);
  });

  it('asks where the worker stood, and ignores it of others', () => {
    expect(errorOf(jkm({ pmiPhase: undefined }))).toBe('MISSING_FIELD');
    expect(calculate(jkm({ segment: 'PU' })).ignoredFields).toEqual(['pmiPhase']);
  });

  it('is refused like any other without cover', () => {
    expect(outcome(jkm({ active: false }))).toEqual(['JKM_REJECTED_INACTIVE 0', 'REJECTED_INACTIVE']);
  });
});
