import { describe, expect, it } from '@jest/globals';
import { Listeners } from './listeners.js';

describe('Those who listen to the feed', () => {
  it('take a place until they go, and none where they have gone before they were admitted', () => {
    const listeners = new Listeners();
    const staying = Array.from({ length: 49 }, () => new AbortController());
    for (const one of staying) listeners.admit(one.signal);
    listeners.admit(AbortSignal.abort());
    expect(listeners.isFull).toBe(false);
    const last = new AbortController();
    listeners.admit(last.signal);
    expect(listeners.isFull).toBe(true);
    last.abort();
    expect(listeners.isFull).toBe(false);
  });
});
