import { describe, expect, it } from '@jest/globals';
import { atOnceFrom, inAnyOrderFrom } from './at-once.js';

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

const asks = (...names: readonly string[]) => names.map((command) => ({ command }));

describe('How many events a process reacts to at the same time whose commands may come in any order', () => {
  it('those that ask for such a command alone, up to one that asks for something else or more', () => {
    const commands = [asks('Note'), asks('Note'), asks('List'), asks('Note'), asks('Note', 'Note')];
    expect(inAnyOrderFrom(commands, 0, ['Note'])).toBe(2);
    expect(inAnyOrderFrom(commands, 3, ['Note'])).toBe(1);
  });

  it('one, where no such command is asked for', () => {
    const commands = [asks('List'), asks('Note')];
    expect(inAnyOrderFrom(commands, 0, ['Note'])).toBe(1);
    expect(inAnyOrderFrom(commands, 1, [])).toBe(1);
  });

  it('no more than a command is decided anew: each time one of those under way comes first', () => {
    const each = Array.from({ length: 40 }, () => asks('Note'));
    expect(inAnyOrderFrom(each, 0, ['Note'])).toBe(5);
  });
});
