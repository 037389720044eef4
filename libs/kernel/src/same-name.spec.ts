import { describe, expect, it } from '@jest/globals';
import { isSameName } from './same-name.js';

describe('two names', () => {
  it.each([
    ['Siti Contoh', 'SITI  CONTOH'],
    ['Hj. Siti Contoh', 'Siti Contoh, S.Pd.'],
    ["Nur'aini Contoh", 'Nuraini Contoh'],
    ['Renée Contoh', 'RENEE CONTOH'],
    ['Siti-Aminah Contoh', 'Siti Aminah Contoh'],
  ])('are the same: %s and %s', (one, other) => {
    expect(isSameName(one, other)).toBe(true);
  });

  it.each([
    ['Siti Contoh', 'Budi Contoh'],
    ['Siti Contoh', 'Siti'],
    ['Siti Contoh', 'Contoh Siti'],
    ['Siti Contoh', ''],
    ['H.', 'Ir.'],
  ])('are not: %s and %s', (one, other) => {
    expect(isSameName(one, other)).toBe(false);
  });
});
