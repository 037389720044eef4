import { describe, expect, it } from '@jest/globals';
import { CATALOGUE } from '../catalogue.js';
import { proveLaw } from './prove.js';

const proof = proveLaw();

describe('the proof of the law', () => {
  it('holds', () => {
    expect(proof.faults).toEqual([]);
  });

  it('is about every day of 2004 to 2045 and every rule of the catalogue', () => {
    expect({ from: proof.from, to: proof.to, days: proof.days }).toEqual({
      from: '2004-01-01',
      to: '2045-12-31',
      days: 15_341,
    });
    const rules = CATALOGUE.flatMap((chapter) => chapter.rules).flatMap((group) => group.rules);
    expect(proof.groups.reduce((sum, group) => sum + group.rules, 0)).toBe(rules.length);
  });

  it('gives a reason in both languages for whatever is open', () => {
    const open = proof.groups.flatMap((group) => group.open);
    expect(open.length).toBeGreaterThan(0);
    expect(open.filter(({ reason }) => !reason?.id || !reason.en)).toEqual([]);
  });
});
