import { describe, expect, it } from '@jest/globals';
import { grouped } from './grouped.js';

describe('asking in groups', () => {
  it('asks once for what is asked for at once, and once for what is asked for meanwhile', async () => {
    const asked: string[][] = [];
    const ask = grouped(async (keys) => {
      asked.push([...keys]);
      if (asked.length === 1) late = Promise.all([ask('c'), ask('d'), ask('c')]);
      return new Map(keys.map((key) => [key, key.toUpperCase()]));
    }, 10);
    let late: Promise<unknown> = Promise.resolve();
    expect(await Promise.all([ask('a'), ask('b'), ask('a')])).toEqual(['A', 'B', 'A']);
    expect(await late).toEqual(['C', 'D', 'C']);
    expect(asked).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('never asks for more than the largest batch', async () => {
    const sizes: number[] = [];
    const ask = grouped((keys) => Promise.resolve((sizes.push(keys.length), new Map<string, string>())), 2);
    expect(await Promise.all(['a', 'b', 'c', 'd', 'e'].map(ask))).toEqual(Array(5).fill(undefined));
    expect(sizes).toEqual([2, 2, 1]);
  });

  it('fails only those whose batch failed', async () => {
    const ask = grouped(
      (keys) =>
        keys.includes('bad') ? Promise.reject(new Error('no')) : Promise.resolve(new Map([['good', 1]])),
      1,
    );
    const outcomes = await Promise.allSettled([ask('bad'), ask('good')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(await ask('good')).toBe(1);
  });
});
