import { describe, expect, it } from '@jest/globals';
import { outcome } from '../spec/outcome.js';

describe('the heirs', () => {
  const heirs = (survivors: readonly string[], facts: object = {}) =>
    outcome({ calculator: 'HEIRS', deathDate: '2025-03-01', survivors, ...facts });

  it.each([
    ['SPOUSE', 1],
    ['CHILD', 1],
    ['PARENT', 2],
    ['GRANDCHILD', 3],
    ['GRANDPARENT', 4],
    ['SIBLING', 5],
    ['PARENT_IN_LAW', 6],
  ])('of relation %s are class %i and go before those below', (relation, order) => {
    const all = ['PARENT_IN_LAW', 'SIBLING', 'GRANDPARENT', 'GRANDCHILD', 'PARENT', 'CHILD', 'SPOUSE'];
    const notAbove = all.slice(0, all.indexOf(relation) + 1);
    expect(heirs([...notAbove, 'NAMED_IN_WILL'])).toEqual([`HEIR_CLASS_${order}`]);
  });

  it('by will come last, from Permenaker 1/2025 by notarial deed only', () => {
    expect(heirs(['NAMED_IN_WILL'], { deathDate: '2025-02-23' })).toEqual(['HEIR_CLASS_7']);
    expect(heirs(['NAMED_IN_WILL'], { deathDate: '2025-02-24' })).toEqual([
      'HEIR_MANUAL_REVIEW 0',
      'MANUAL_REVIEW',
    ]);
    expect(heirs(['NAMED_IN_WILL'], { notarialWill: true })).toEqual(['HEIR_CLASS_7']);
  });

  it('that do not exist leave it to a person', () => {
    expect(heirs([])).toEqual(['HEIR_MANUAL_REVIEW 0', 'MANUAL_REVIEW']);
  });
});
