import { describe, expect, it } from '@jest/globals';
import { entityTagOf } from './revision-tag.js';

describe('The ETag of an answer', () => {
  it.each([
    [{ revision: '12' }, '"12"'],
    [{ revision: 0 }, '"0"'],
    [{ revision: 9007199254740993n }, '"9007199254740993"'],
  ])('is the revision it tells', (answer, tag) => {
    expect(entityTagOf(answer)).toBe(tag);
  });

  it.each([[{ items: [] }], [[]], ['text'], [null], [{ revision: null }], [{ revision: 'draft' }]])(
    'is missing where there is no revision: %j',
    (answer) => {
      expect(entityTagOf(answer)).toBeUndefined();
    },
  );
});
