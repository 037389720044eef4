import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { inBatches } from './in-batches.js';

const forever = new AbortController().signal;

describe('reading a stream in batches', () => {
  it('takes what is at hand, at most so many at a time, and ends with the stream', async () => {
    const source = new PassThrough({ objectMode: true });
    for (const item of [1, 2, 3, 4, 5]) source.write(item);
    source.end();
    expect(await Array.fromAsync(inBatches<number>(source, 2, forever))).toEqual([[1, 2], [3, 4], [5]]);
  });

  it('waits for what is still to come', async () => {
    const source = new PassThrough({ objectMode: true });
    source.write('early');
    const seen: string[][] = [];
    for await (const batch of inBatches<string>(source, 10, forever)) {
      seen.push(batch);
      if (seen.length === 1) setImmediate(() => source.end('late'));
    }
    expect(seen).toEqual([['early'], ['late']]);
  });

  it('delivers what came before an error, and then throws it', async () => {
    const source = new Readable({ objectMode: true, read: () => {} });
    source.push('before');
    const seen: string[][] = [];
    const reading = (async () => {
      for await (const batch of inBatches<string>(source, 10, forever)) {
        seen.push(batch);
        source.emit('error', new Error('connection lost'));
      }
    })();
    await expect(reading).rejects.toThrow('connection lost');
    expect(seen).toEqual([['before']]);
  });

  it('ends when it is told to, also while it waits', async () => {
    const source = new Readable({ objectMode: true, read: () => {} });
    const stopping = new AbortController();
    setImmediate(() => stopping.abort());
    expect(await Array.fromAsync(inBatches(source, 10, stopping.signal))).toEqual([]);
    expect(source.listenerCount('readable')).toBe(0);
  });
});
