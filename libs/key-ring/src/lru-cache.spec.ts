import { describe, expect, it } from '@jest/globals';
import { LruCache } from './lru-cache.js';

describe('a bounded cache', () => {
  it('lets go of what was used least recently', () => {
    const cache = new LruCache<number>(2, 1_000, () => 0);
    cache.set('a', 1);
    cache.set('b', 2);
    cache.get('a');
    cache.set('c', 3);
    expect(['a', 'b', 'c'].map((key) => cache.get(key))).toEqual([1, undefined, 3]);
  });

  it('lets go of what has been kept for its time, used or not', () => {
    let now = 0;
    const cache = new LruCache<number>(2, 1_000, () => now);
    cache.set('a', 1);
    now = 999;
    expect(cache.get('a')).toBe(1);
    now = 1_000;
    expect(cache.get('a')).toBeUndefined();
  });

  it('forgets what it is told to', () => {
    const cache = new LruCache<number>(2, 1_000);
    cache.set('a', 1);
    cache.delete('a');
    expect(cache.get('a')).toBeUndefined();
  });
});
