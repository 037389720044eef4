import { describe, expect, it } from '@jest/globals';
import { CheckpointPolicy } from './group-store.js';

const settings = { minCheckpointCount: 10, maxCheckpointCount: 100, checkpointAfterMs: 2_000 };

describe('a checkpoint', () => {
  it('is stored at once when there is as much as the upper bound', () => {
    const policy = new CheckpointPolicy(settings, -1, 0);
    policy.stored(0, 1_000);
    expect(policy.isDue(99, 1_001)).toBe(false);
    expect(policy.isDue(100, 1_001)).toBe(true);
  });

  it('is stored after a while when there is as much as the lower bound', () => {
    const policy = new CheckpointPolicy(settings, -1, 0);
    policy.stored(5, 1_000);
    expect(policy.dueAt(14, 1_001)).toBe(Infinity);
    expect(policy.dueAt(15, 1_002)).toBe(3_000);
    expect(policy.isDue(15, 2_999)).toBe(false);
    expect(policy.isDue(15, 3_000)).toBe(true);
  });

  it('is stored at a tick, of which there is one in a second', () => {
    const policy = new CheckpointPolicy({ ...settings, checkpointAfterMs: 1 }, -1, 500);
    expect(policy.dueAt(15, 700)).toBe(1_500);
    expect(policy.dueAt(16, 1_499)).toBe(1_500);
    policy.stored(16, 1_500);
    expect(policy.dueAt(30, 4_600)).toBe(5_500);
  });

  it('is not stored without news, not even with bounds of 0', () => {
    const policy = new CheckpointPolicy({ ...settings, minCheckpointCount: 0, maxCheckpointCount: 0 }, 7, 0);
    expect(policy.isDue(7, 1_000_000)).toBe(false);
    expect(policy.hasNews(7)).toBe(false);
    expect(policy.isDue(8, 0)).toBe(true);
    expect(policy.hasNews(8)).toBe(true);
  });

  it('does not depend on time when there is none to wait', () => {
    const policy = new CheckpointPolicy({ ...settings, checkpointAfterMs: 0 }, -1, 0);
    policy.stored(0, 0);
    expect(policy.dueAt(99, 1)).toBe(Infinity);
    expect(policy.isDue(100, 1)).toBe(true);
  });
});
