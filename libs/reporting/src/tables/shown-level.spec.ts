import { describe, expect, it } from '@jest/globals';
import { PERSONS } from '../indicators/indicator.js';
import type { Group, Level } from './aggregate.js';
import { shownGroups } from './shown-level.js';

const group = (values: readonly string[], persons: number, parts: readonly number[]): Group => ({
  values,
  figures: { [PERSONS]: persons },
  parts,
});

const shown = (groups: readonly Group[], total: Group) => {
  const levels: readonly Level[] = [
    { cuts: ['programme'], groups },
    { cuts: [], groups: [total] },
  ];
  return shownGroups(levels, ['programme']).flatMap(({ values, figures }) => (figures ? values : []));
};

describe('A group of many', () => {
  it('is shown where nobody, or enough of them, are behind each of its figures', () => {
    const groups = [group(['JHT'], 40, [0]), group(['JKK'], 60, [7])];
    expect(shown(groups, group([], 100, [7]))).toEqual(['JHT', 'JKK']);
  });

  it('is withheld where one of its figures is about a few of them, and whatever that would follow from', () => {
    const groups = [group(['JHT'], 40, [9]), group(['JKK'], 60, [20]), group(['JKM'], 200, [1])];
    expect(shown(groups, group([], 300, [30]))).toEqual(['JKK']);
  });
});
