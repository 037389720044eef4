import { describe, expect, it } from '@jest/globals';
import { STREAMS } from '../../../index.js';
import { CATEGORIES } from '../../domain/categories.js';

describe('The index of the log', () => {
  it('holds the events of every kind of stream', () => {
    const kinds = new Set(STREAMS.map(({ category }) => category));
    expect([...CATEGORIES].sort()).toEqual([...kinds].sort());
  });
});
