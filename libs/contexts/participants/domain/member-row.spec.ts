import { describe, expect, it } from '@jest/globals';
import { type JoiningColumn, type LeavingColumn, readJoiningRow, readLeavingRow } from './member-row.js';

const NIK = '0000055205900001';

const joining = (changes: Partial<Record<JoiningColumn, string>> = {}) =>
  readJoiningRow({
    nik: NIK,
    name: 'Siti',
    birth_date: '12/05/1990',
    sex: 'P',
    phone: '',
    occupation: 'penjahit',
    workplace: 'Pabrik',
    district: '321605',
    wage: '5.200.000',
    started_on: '02/11/2026',
    ...changes,
  });

const leaving = (changes: Partial<Record<LeavingColumn, string>> = {}) =>
  readLeavingRow({ nik: NIK, last_day: '2026-11-18', reason: 'resigned', ...changes });

describe('A row of a file of members', () => {
  it('says who joined, from when on and for which wage', () => {
    expect(joining()).toEqual({
      wageIdr: 5_200_000,
      startedOn: '2026-11-02',
      district: '321605',
      person: {
        nik: NIK,
        name: 'Siti',
        birthDate: '1990-05-12',
        sex: 'FEMALE',
        phone: undefined,
        occupation: 'penjahit',
        workplace: 'Pabrik',
      },
    });
  });

  it('says who left, when and why', () => {
    expect(leaving()).toEqual({ nik: NIK, lastDay: '2026-11-18', reason: 'RESIGNED' });
  });

  it.each([
    [joining({ wage: '0' }), 'WAGE_MALFORMED'],
    [joining({ wage: 'banyak' }), 'WAGE_MALFORMED'],
    [joining({ started_on: '31/02/2026' }), 'STARTED_ON_MALFORMED'],
    [joining({ nik: '1' }), 'NIK_MALFORMED'],
    [leaving({ nik: '1' }), 'NIK_MALFORMED'],
    [leaving({ last_day: 'kemarin' }), 'LAST_DAY_MALFORMED'],
    [leaving({ reason: 'DIED' }), 'REASON_MALFORMED'],
  ])('names its first fault', (row, code) => {
    expect(row).toHaveProperty('code', code);
  });
});
