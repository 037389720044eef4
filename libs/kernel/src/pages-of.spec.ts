import { describe, expect, it } from '@jest/globals';
import { pagesOf } from './pages-of.js';

describe('Pages of lists', () => {
  it('are as many as the longest list fills, and hold every item once', () => {
    expect(pagesOf({ rejected: [1, 2, 3, 4, 5], warnings: ['a', 'b', 'c'] }, 2)).toEqual([
      { rejected: [1, 2], warnings: ['a', 'b'] },
      { rejected: [3, 4], warnings: ['c'] },
      { rejected: [5], warnings: [] },
    ]);
    expect(pagesOf({ lines: [1, 2] }, 2)).toEqual([{ lines: [1, 2] }]);
  });

  it('are none of nothing', () => {
    expect(pagesOf({ rejected: [], warnings: [] }, 2)).toEqual([]);
  });
});
