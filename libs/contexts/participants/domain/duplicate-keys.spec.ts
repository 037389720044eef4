import { describe, expect, it } from '@jest/globals';
import { localDate } from '#kernel';
import { type Compared, duplicateKeys } from './duplicate-keys.js';

const somebody = (name: string, birthDate = '1990-05-12', phone?: string): Compared => ({
  name,
  birthDate: localDate(birthDate),
  phone,
});

const inCommon = (one: Compared, other: Compared) => {
  const others = new Set(duplicateKeys(other).map((key) => key.join()));
  return duplicateKeys(one)
    .filter((key) => others.has(key.join()))
    .map(([reason]) => reason);
};

describe('two participants', () => {
  it.each([
    ['by the same name', 'Siti Rahmawati', '1990-05-12'],
    ['by another spelling', 'SITTI RACHMAWATY', '1990-05-12'],
    ['by another order', 'Rahmawati Siti', '1990-05-12'],
    ['by another vowel', 'Siti Rohmawati', '1990-05-12'],
    ['with day and month exchanged', 'Siti Rahmawati', '1990-12-05'],
  ])('may be one person %s', (_how, name, birthDate) => {
    expect(inCommon(somebody('Siti Rahmawati'), somebody(name, birthDate))).toEqual(['NAME_AND_BIRTH_DATE']);
  });

  it.each([
    ['with another birth date', 'Siti Rahmawati', '1990-05-13'],
    ['of another year', 'Siti Rahmawati', '1991-05-12'],
    ['with another name', 'Budi Santoso', '1990-05-12'],
    ['with another short name', 'Sita Rahmawati', '1990-05-12'],
  ])('are two %s', (_how, name, birthDate) => {
    expect(inCommon(somebody('Siti Rahmawati'), somebody(name, birthDate))).toEqual([]);
  });

  it('may be one person by their phone, however it is written', () => {
    const [one, other] = [
      somebody('Siti', '1990-05-12', '081200000001'),
      somebody('Budi', '1988-01-31', '+6281200000001'),
    ];
    expect(inCommon(one, other)).toEqual(['PHONE']);
    expect(inCommon({ ...one, phone: null }, { ...other, phone: null })).toEqual([]);
  });

  it('have nothing in common where a name has no words', () => {
    expect(duplicateKeys(somebody("'"))).toEqual([]);
  });
});
