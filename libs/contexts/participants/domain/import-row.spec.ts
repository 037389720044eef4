import { describe, expect, it } from '@jest/globals';
import { type ImportColumn, readImportRow } from './import-row.js';

const cells: Readonly<Record<ImportColumn, string>> = {
  nik: '0000055205900001',
  name: 'Siti Rahmawati',
  birth_date: '1990-05-12',
  sex: 'P',
  phone: '0812-0000-0000',
  occupation: 'kuli panggul',
  workplace: 'Pasar Cikarang',
  district: '321605',
  monthly_income: '900000',
  sector: '',
  occupation_group: '',
};

const read = (changes: Partial<Record<ImportColumn, string>> = {}) => readImportRow({ ...cells, ...changes });

describe('A row of a list', () => {
  it('is counted by the occupation group that it names', () => {
    expect(read({ occupation_group: ' farmer ' })).toMatchObject({ occupationGroup: 'FARMER' });
  });

  it('becomes a worker', () => {
    expect(read()).toEqual({
      nik: '0000055205900001',
      name: 'Siti Rahmawati',
      birthDate: '1990-05-12',
      sex: 'FEMALE',
      phone: '081200000000',
      occupation: 'kuli panggul',
      workplace: 'Pasar Cikarang',
      district: '321605',
      sector: 'OTHER',
      declaredIncomeIdr: 900_000,
    });
  });

  it('may be written the way spreadsheets and people write', () => {
    const other = read({
      nik: " '000005.520590-0001 ",
      birth_date: '12/05/1990',
      sex: ' p',
      monthly_income: '1.050.000',
      workplace: '',
      sector: 'transport',
    });
    expect(other).toMatchObject({
      nik: '0000055205900001',
      birthDate: '1990-05-12',
      sex: 'FEMALE',
      declaredIncomeIdr: 1_050_000,
      workplace: 'not fixed',
      sector: 'TRANSPORT',
    });
  });

  it.each(['', '-', 'tidak ada', '08123', '12345678'])('leaves out the phone number "%s"', (phone) => {
    expect(read({ phone })).toMatchObject({ name: 'Siti Rahmawati', phone: undefined });
  });

  it.each([
    [
      'a NIK of 15 digits',
      { nik: '000005520590001' },
      'NIK_MALFORMED',
      'The NIK has 15 digits instead of 16',
    ],
    ['a NIK with a letter', { nik: '00000552O5900001' }, 'NIK_MALFORMED', undefined],
    ['a NIK spoilt by a spreadsheet', { nik: '5.52059E+12' }, 'NIK_MALFORMED', undefined],
    ['a NIK with month 13', { nik: '0000055213900001' }, 'NIK_MALFORMED', undefined],
    ['no name', { name: '  ' }, 'NAME_MISSING', undefined],
    ['a name without letters', { name: '123' }, 'NAME_MALFORMED', undefined],
    ['a name with lost bytes', { name: 'Si\uFFFDti' }, 'NAME_MALFORMED', undefined],
    ['a name over 100 characters', { name: 'a'.repeat(101) }, 'NAME_MALFORMED', undefined],
    ['a day that does not exist', { birth_date: '30/02/1990' }, 'BIRTH_DATE_MALFORMED', undefined],
    ['an American date', { birth_date: '05/13/1990' }, 'BIRTH_DATE_MALFORMED', undefined],
    ['another sex code', { sex: 'X' }, 'SEX_MALFORMED', undefined],
    ['an income in words', { monthly_income: 'satu juta' }, 'INCOME_MALFORMED', undefined],
    ['an income with cents', { monthly_income: '900000.50' }, 'INCOME_MALFORMED', undefined],
    ['a negative income', { monthly_income: '-900000' }, 'INCOME_MALFORMED', undefined],
    ['a district by name', { district: 'Cikarang' }, 'DISTRICT_MALFORMED', undefined],
    ['a sector that does not exist', { sector: 'ojek' }, 'SECTOR_MALFORMED', undefined],
    [
      'an occupation group that does not exist',
      { occupation_group: 'petani' },
      'OCCUPATION_GROUP_MALFORMED',
      undefined,
    ],
    ['no occupation', { occupation: '' }, 'OCCUPATION_MISSING', undefined],
    ['a workplace over 200 characters', { workplace: 'x'.repeat(201) }, 'WORKPLACE_MALFORMED', undefined],
  ])('with %s is refused', (_what, changes, code, detail) => {
    const fault = read(changes);
    expect(fault).toMatchObject({ code, ...(detail && { detail }) });
    expect(fault).toHaveProperty('code');
  });

  it.each([
    ['nik', '32160512059'],
    ['birth_date', '1990-13-40'],
    ['phone', 'Ibu Ani'],
    ['monthly_income', 'satu juta'],
  ] as const)('is refused without repeating its %s', (column, value) => {
    expect(JSON.stringify(read({ [column]: value }))).not.toContain(value);
  });
});
