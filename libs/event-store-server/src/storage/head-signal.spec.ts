import { describe, expect, it } from '@jest/globals';
import { HeadSignal } from './head-signal.js';

describe('the signal that a stream grew', () => {
  it('wakes whoever waits for the stream or for any, once', () => {
    const [signal, woken] = [new HeadSignal(), [] as string[]];
    for (const name of ['one', 'other']) signal.once('stream', () => woken.push(name));
    signal.once(undefined, () => woken.push('any'));
    signal.announce(['elsewhere']);
    signal.announce(['stream']);
    signal.announce(['stream']);
    expect(woken).toEqual(['any', 'one', 'other']);
  });

  it('says whether anybody heard it', () => {
    const signal = new HeadSignal();
    expect(signal.announce(['stream'])).toBe(false);
    signal.once('stream', () => undefined);
    expect(signal.announce(['elsewhere'])).toBe(false);
    expect(signal.announce(['stream'])).toBe(true);
  });

  it('wakes those who wait again while others who were woken with them stop waiting', () => {
    const [signal, woken] = [new HeadSignal(), [] as string[]];
    const again = () => {
      woken.push('again');
      signal.once('stream', again);
    };
    signal.once('stream', again);
    const stop = signal.once('stream', () => stop());
    signal.announce(['stream']);
    signal.announce(['stream']);
    expect(woken).toEqual(['again', 'again']);
  });
});
