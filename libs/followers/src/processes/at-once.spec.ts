import { describe, expect, it } from '@jest/globals';
import { atOnceFrom } from './at-once.js';

const of = (...keys: readonly string[]) => keys.map((key) => ({ key }));

describe('How many events a process reacts to at the same time', () => {
  it('all, while their commands have keys of their own', () => {
    expect(atOnceFrom([of('a'), of('b', 'c'), of(), of('d')], 0)).toBe(4);
  });

  it('none behind one whose key is under way: under one key commands keep their order', () => {
    const commands = [of('a'), of('b'), of('c', 'a'), of('d')];
    expect(atOnceFrom(commands, 0)).toBe(2);
    expect(atOnceFrom(commands, 2)).toBe(2);
  });

  it('so many commands at most, but always one event', () => {
    const each = Array.from({ length: 40 }, (_, nth) => of(`key-${nth}`));
    expect(atOnceFrom(each, 0)).toBe(16);
    const many = of(...Array.from({ length: 20 }, (_, nth) => `key-${nth}`));
    expect(atOnceFrom([many, of('other')], 0)).toBe(1);
  });
});
