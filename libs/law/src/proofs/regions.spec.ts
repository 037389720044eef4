import { describe, expect, it } from '@jest/globals';
import { localDate } from '#kernel';
import type { Rule } from '../kernel/rule.js';
import { AXES } from './axes/index.js';
import { type Axis, axis, choice, proveRegions, type Region } from './regions.js';

describe('the data of the rules divide the whole of each input as the engine does:', () => {
  it.each(AXES.map((divided) => [`${divided.rules[0]!.id}: ${divided.what.en}`, divided] as const))(
    '%s',
    (_name, divided) => {
      const proof = proveRegions(divided);
      expect(proof.faults).toEqual([]);
      expect(proof.regions).toBeGreaterThan(0);
    },
  );
});

const rule: Rule<number> = {
  id: 'A_RULE',
  title: { id: 'Aturan', en: 'Rule' },
  unit: '',
  versions: [
    { from: localDate('2015-07-01'), law: '', article: '', sources: [], confidence: 'H', value: 18 },
  ],
};
const what = { id: 'usia', en: 'age' };

const ages = (regions: readonly Region[], answer: Axis['answer'] = (age) => (age < 18 ? 'minor' : 'adult')) =>
  proveRegions(axis({ rules: [rule], what, least: 0, most: 1_000, regions: () => regions, answer })).faults;

const minor = { from: 0, to: 17, says: 'minor' };
const adult = { from: 18, to: 1_000, says: 'adult' };

describe('the proof of an axis', () => {
  it('holds where the regions follow each other and the engine agrees', () => {
    expect(ages([minor, adult])).toEqual([]);
  });

  it.each([
    ['a gap', [minor, { ...adult, from: 19 }], 'nothing is said of 18 to 18'],
    ['an overlap', [minor, { ...adult, from: 17 }], '17 to 17 is said twice'],
    ['a beginning that is missing', [{ ...minor, from: 1 }, adult], 'nothing is said of 0 to 0'],
    ['an end that is missing', [minor, { ...adult, to: 999 }], 'nothing is said of 1000 to 1000'],
    ['what lies beyond', [minor, { ...adult, to: 1_001 }], '1001 to 1001 lies beyond the axis'],
  ])('finds %s', (_what, regions, fault) => {
    expect(ages(regions).join('\n')).toContain(fault);
  });

  it('finds an engine that divides elsewhere', () => {
    expect(ages([minor, adult], (age) => (age <= 18 ? 'minor' : 'adult')).join()).toContain(
      'at 18 it says minor',
    );
  });
});

describe('the proof of a choice', () => {
  const sexes = (entries: readonly (readonly [string, string])[]) =>
    proveRegions(
      choice({ rules: [rule], what, members: ['F', 'M'], entries: () => entries, answer: () => '1%' }),
    ).faults;

  it('holds where each member is found once', () => {
    expect(
      sexes([
        ['F', '1%'],
        ['M', '1%'],
      ]),
    ).toEqual([]);
  });

  it.each([
    ['one that is missing', [['F', '1%']]],
    [
      'one that is found twice',
      [
        ['F', '1%'],
        ['M', '1%'],
        ['M', '2%'],
      ],
    ],
    [
      'one that nobody knows',
      [
        ['F', '1%'],
        ['M', '1%'],
        ['X', '1%'],
      ],
    ],
    [
      'an engine that says something else',
      [
        ['F', '1%'],
        ['M', '2%'],
      ],
    ],
  ] as const)('finds %s', (_what, entries) => {
    expect(sexes(entries)).not.toEqual([]);
  });
});
