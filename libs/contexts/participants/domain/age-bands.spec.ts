import { expect, it } from '@jest/globals';
import { localDate } from '#kernel';
import { ageBandOf } from './age-bands.js';

it.each([
  ['2001-11-03', 'UNDER_25'],
  ['2001-11-02', '25_34'],
  ['1991-11-03', '25_34'],
  ['1991-11-02', '35_44'],
  ['1961-11-03', '55_64'],
  ['1961-11-02', '65_AND_OVER'],
])('who was born on %s is counted as %s on 2026-11-02', (birthDate, band) => {
  expect(ageBandOf(localDate(birthDate), localDate('2026-11-02'))).toBe(band);
});
