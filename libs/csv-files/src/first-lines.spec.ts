import { describe, expect, it } from '@jest/globals';
import { FirstLines } from './first-lines.js';

const MANY = 20_000;
const texts = Array.from({ length: MANY }, (_, nth) => `worker ${nth}`);

describe('The first lines of a file', () => {
  it('are told of each text that stands there again, however many there are', () => {
    const first = new FirstLines();
    const before = texts.map((text, nth) => first.noted(text, nth + 2));
    expect(before.filter((line) => line !== undefined)).toEqual([]);
    const again = texts.map((text) => first.noted(text, MANY + 2));
    expect(again).toEqual(texts.map((_, nth) => nth + 2));
  });

  it('tell texts apart that begin alike', () => {
    const first = new FirstLines();
    first.noted('Ani', 2);
    expect([first.noted('Ani ', 3), first.noted('Ani', 4), first.noted('', 5)]).toEqual([
      undefined,
      2,
      undefined,
    ]);
  });
});
