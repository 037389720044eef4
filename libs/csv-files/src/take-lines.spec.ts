import { setImmediate as letOthersHaveATurn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { takeLines } from './take-lines.js';

const MANY = 1000;
const LINES = Array.from({ length: MANY }, (_, index) => ({ line: index + 2 }));
const NOTHING_DONE = { done: 0, of: MANY };
const BROKEN = { code: 'LINE_BROKEN', detail: 'broken' };

/** Takes every line but those that are named, and tells which were begun. */
function taking(fail: (line: number) => void = () => {}) {
  const begun: number[] = [];
  const take = async ({ line }: { line: number }) => {
    begun.push(line);
    await letOthersHaveATurn();
    fail(line);
    return line % 100 === 0 ? BROKEN : undefined;
  };
  return { begun, take };
}

describe('Taking the lines of a list', () => {
  it('takes each once and in order, and names those that it could not take', async () => {
    const { begun, take } = taking();
    const faults = await takeLines(LINES, take, NOTHING_DONE, {});
    expect(begun).toEqual(LINES.map(({ line }) => line));
    expect(faults).toEqual(
      [100, 200, 300, 400, 500, 600, 700, 800, 900, 1000].map((line) => ({ ...BROKEN, line })),
    );
  });

  it('tells how far it has come, from where it began to the end', async () => {
    const told: number[] = [];
    const { take } = taking();
    const onProgress = ({ done, of }: { done: number; of: number }) => {
      expect(of).toBe(MANY + 150);
      told.push(done);
    };
    await takeLines(LINES, take, { done: 150, of: MANY + 150 }, { onProgress });
    expect(told).toEqual([150, 200, 300, 400, 500, 600, 700, 800, 900, 1000, 1100, 1150]);
  });

  it.each([
    ['an array', () => LINES],
    ['lines that are read one by one', () => LINES.values()],
  ])('begins no further line of %s once one fails', async (_what, lines) => {
    const { begun, take } = taking((line) => {
      if (line === 50) throw new Error('the log is gone');
    });
    await expect(takeLines(lines(), take, NOTHING_DONE, {})).rejects.toThrow('the log is gone');
    expect(begun.length).toBeLessThan(150);
  });

  it('begins no further line once nobody listens any more', async () => {
    const leaving = new AbortController();
    const { begun, take } = taking((line) => {
      if (line === 50) leaving.abort(new Error('gone'));
    });
    const listening = { listener: leaving.signal };
    await expect(takeLines(LINES, take, NOTHING_DONE, listening)).rejects.toThrow('gone');
    expect(begun.length).toBeLessThan(150);
  });
});
