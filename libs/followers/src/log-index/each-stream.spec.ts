import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { eachStream } from './each-stream.js';

describe('Streams that are read', () => {
  it('are each read once, eight at the same time and never more', async () => {
    const streams = Array.from({ length: 50 }, (_, nth) => `claim-${nth}`);
    const [read, open] = [[] as string[], [] as number[]];
    let now = 0;
    await eachStream(streams, async (stream) => {
      read.push(stream);
      open.push(++now);
      await setImmediate();
      now--;
    });
    expect(read.toSorted()).toEqual(streams.toSorted());
    expect(Math.max(...open)).toBe(8);
  });

  it('are left as they are where one cannot be read', async () => {
    const failing = eachStream(['a', 'b'], async (stream) => {
      if (stream === 'b') throw new Error('The log is gone');
    });
    await expect(failing).rejects.toThrow('The log is gone');
  });
});
