import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SortedNumbers } from './sorted-numbers.js';

describe('sorted numbers', () => {
  it('always know the lowest, whatever is added and removed', () => {
    const step = fc.record({ adds: fc.boolean(), number: fc.nat(20) });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const numbers = new SortedNumbers();
        const model = new Set<number>();
        for (const { adds, number } of steps) {
          if (adds) numbers.add(number);
          else numbers.delete(number);
          if (adds) model.add(number);
          else model.delete(number);
          expect(numbers.size).toBe(model.size);
          expect(numbers.lowest).toBe(model.size === 0 ? undefined : Math.min(...model));
        }
      }),
    );
  });
});
