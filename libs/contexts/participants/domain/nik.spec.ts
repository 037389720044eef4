import { describe, expect, it } from '@jest/globals';
import { localDate } from '#kernel';
import { maskNik, nikAgreesWithBirthDate, parseNik } from './nik.js';

describe('A NIK', () => {
  it('tells district, birth and sex of a man', () => {
    expect(parseNik('3216051205900001')).toEqual({
      district: '321605',
      birth: { day: 12, month: 5, year: 90 },
      sex: 'MALE',
    });
  });

  it('adds 40 to the day of birth of a woman', () => {
    expect(parseNik('3216055205900001')).toMatchObject({ birth: { day: 12 }, sex: 'FEMALE' });
    expect(parseNik('3216057112900001')).toMatchObject({ birth: { day: 31, month: 12 }, sex: 'FEMALE' });
  });

  it.each([
    ['15 digits', '321605120590001'],
    ['17 digits', '32160512059000011'],
    ['a letter', '32160512O5900001'],
    ['day 0', '3216050005900001'],
    ['day 32', '3216053205900001'],
    ['day 40, which is neither a man nor a woman', '3216054005900001'],
    ['day 72', '3216057205900001'],
    ['month 0', '3216051200900001'],
    ['month 13', '3216051213900001'],
    ['serial 0000', '3216051205900000'],
    ['nothing', ''],
  ])('cannot have %s', (_what, nik) => {
    expect(parseNik(nik)).toBeUndefined();
  });

  it('agrees with a birth date of the same day, month and last two digits of the year', () => {
    const nik = parseNik('3216055205900001')!;
    expect(nikAgreesWithBirthDate(nik, localDate('1990-05-12'))).toBe(true);
    for (const other of ['1990-05-13', '1990-06-12', '1991-05-12'])
      expect(nikAgreesWithBirthDate(nik, localDate(other))).toBe(false);
  });

  it('shows its region and last two digits only', () => {
    expect(maskNik('3216055205900001')).toBe('3216**********01');
    expect(maskNik('32160552059')).toBe('****************');
  });
});
