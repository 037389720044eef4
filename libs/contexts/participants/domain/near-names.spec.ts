import { describe, expect, it } from '@jest/globals';
import { localDate } from '#kernel';
import { MOST_ALONE, NEAR, areNear, likeness, trigramBits } from './near-names.js';

const born = (name: string, birthDate = '1990-05-12') => ({ name, birthDate: localDate(birthDate) });

describe('Names that resemble each other', () => {
  it.each([
    ['a last letter', 'Siti Rahmawati', 'Siti Rahmawan'],
    ['a word more', 'Muhammad Rizki Ramadhan', 'Muhammad Rizki'],
    ['a letter in one of two words', 'Budi Santoso', 'Budi Santono'],
  ])('are near by %s', (_what, one, other) => {
    expect(areNear(born(one), born(other))).toBe(true);
    expect(areNear(born(other), born(one))).toBe(true);
  });

  it('are near where day and month of the birth date have changed places, and on no other day', () => {
    expect(areNear(born('Siti Rahmawati'), born('Siti Rahmawan', '1990-12-05'))).toBe(true);
    expect(areNear(born('Siti Rahmawati'), born('Siti Rahmawan', '1990-05-13'))).toBe(false);
  });

  it('are not near where they are other names, or one name in two spellings, which is told otherwise', () => {
    expect(areNear(born('Siti Rahmawati'), born('Budi Santoso'))).toBe(false);
    expect(areNear(born('Soeharjo'), born('Suharjo'))).toBe(false);
  });

  it('are as like as pg_trgm says', () => {
    expect(likeness('SITI RAHMAWATI', 'SITI RAHMAWAN')).toBeCloseTo(0.75, 6);
    expect(likeness('SLAMET', 'SALMET')).toBeCloseTo(3 / 11, 6);
    expect(likeness('', 'SITI')).toBe(0);
  });

  it('never differ in more bits than their trigrams allow, which most other names do', () => {
    const names = [
      'SITI',
      'SLAMET',
      'BUDI',
      'RAHMAWATI',
      'SANTOSO',
      'MUHAMAD',
      'NUR',
      'WAHIUNI',
      'RISKI',
    ].flatMap((first, _place, all) =>
      ['', ...all].flatMap((last) => [`${first} ${last}`.trim(), `${first}A ${last}`.trim()]),
    );
    const pairs = names.flatMap((one) => names.map((other) => [one, other] as const));
    const mayBeNear = ([one, other]: readonly [string, string]) => {
      const others = trigramBits(other);
      const differ = [...trigramBits(one)].filter((bit, place) => bit !== others[place]).length;
      return differ <= MOST_ALONE * (one.length + other.length + 2);
    };
    const near = pairs.filter(([one, other]) => likeness(one, other) >= NEAR);
    expect(near.length).toBeGreaterThan(names.length);
    expect(near.filter((pair) => !mayBeNear(pair))).toEqual([]);
    const spared = pairs.filter((pair) => !mayBeNear(pair)).length;
    expect(spared / (pairs.length - near.length)).toBeGreaterThan(0.6);
  });
});
