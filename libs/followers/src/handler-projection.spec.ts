import { describe, expect, it } from '@jest/globals';
import { type AnyProjection, defineProjection } from './handler-projection.js';
import { categoryOf } from '#kernel';
import { schemaOf } from './read-model/read-model.js';

const projection: AnyProjection = {
  name: 'claim_detail',
  version: 3,
  categories: ['claim'],
  createTables: () => Promise.resolve(),
  on: {},
};

describe('a projection', () => {
  it('keeps each version in a schema of its own', () => {
    expect(schemaOf(defineProjection(projection))).toBe('claim_detail_v3');
  });

  it.each([
    { name: 'Claim' },
    { name: 'claim-detail' },
    { name: 'a'.repeat(60) },
    { version: 0 },
    { version: 1.5 },
    { categories: ['claim-1'] },
    { categories: [''] },
  ])('refuses %j', (wrong) => {
    expect(() => defineProjection({ ...projection, ...wrong })).toThrow(RangeError);
  });
});

describe('the category of a stream', () => {
  it('is what stands before the first dash', () => {
    expect(['claim-1-2', 'claim', '$et-claim'].map(categoryOf)).toEqual(['claim', 'claim', '$et']);
  });
});
