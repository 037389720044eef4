import { describe, expect, it } from '@jest/globals';
import { Lines } from './tally.js';

const HALF = 2 ** 52;

describe('the lines of a tally', () => {
  it('count who gains and who loses: paying less is better, and receiving more', () => {
    const lines = new Lines(2);
    lines.add(0, 100, 70, 'CONTRIBUTION');
    lines.add(0, 100, 110, 'CONTRIBUTION');
    lines.add(1, 100, 110, 'BENEFIT');
    expect(lines.line(0)).toEqual({
      persons: 2,
      before: 200,
      after: 180,
      better: 1,
      gained: 30,
      worse: 1,
      lost: 10,
    });
    expect(lines.line(1)).toMatchObject({ better: 1, gained: 10, worse: 0, lost: 0 });
  });

  it('tell no sum that is not exact, whoever counted it', () => {
    const alone = new Lines(1);
    alone.add(0, HALF, HALF - 1, 'CONTRIBUTION');
    expect(alone.line(0)).toMatchObject({ before: HALF });
    const merged = new Lines(1);
    merged.merge(alone.figures);
    merged.merge(alone.figures);
    alone.add(0, HALF, HALF - 1, 'CONTRIBUTION');
    for (const lines of [alone, merged]) expect(() => lines.line(0)).toThrow(RangeError);
  });
});
