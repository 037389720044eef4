import { describe, expect, it } from '@jest/globals';
import { arithmetic, errorOf, outcome } from '../spec/outcome.js';

const transport = (accidentDate: string, receipts: object) => ({
  calculator: 'JKK_TRANSPORT',
  accidentDate,
  receipts,
});
const rehab = (accidentDate: string, invoices: object) => ({
  calculator: 'JKK_REHAB',
  accidentDate,
  invoices,
});

describe('transport after an accident', () => {
  it.each([
    ['2019-12-01', ['JKK_TRANSPORT_LAND 1000000', 'JKK_TRANSPORT_SEA 1500000', 'JKK_TRANSPORT_AIR 2500000']],
    ['2019-12-02', ['JKK_TRANSPORT_LAND 5000000', 'JKK_TRANSPORT_SEA 2000000', 'JKK_TRANSPORT_AIR 10000000']],
  ])('on %s is paid up to the ceiling of each mode', (accidentDate, components) => {
    const receipts = { LAND: 20_000_000, SEA: 20_000_000, AIR: 20_000_000 };
    expect(outcome(transport(accidentDate, receipts))).toEqual(components);
  });

  it('is paid as receipted up to the ceiling itself', () => {
    expect(outcome(transport('2025-03-01', { LAND: 5_000_000 }))).toEqual(['JKK_TRANSPORT_LAND 5000000']);
    expect(arithmetic(transport('2025-03-01', { LAND: 4_999_999 }))).toBe('4,999,999');
    expect(arithmetic(transport('2025-03-01', { LAND: 5_000_001 }))).toBe('5,000,001 → max 5,000,000');
  });

  it('knows no other mode', () => {
    expect(errorOf(transport('2025-03-01', { RAIL: 1 }))).toBe('UNKNOWN_FIELD');
  });
});

describe('rehabilitation', () => {
  const everything = {
    DENTURE: 30_000_000,
    HEARING_AID: 30_000_000,
    GLASSES: 30_000_000,
    HOME_CARE: 30_000_000,
  };

  it('under PP 44/2015 has dentures and prostheses only', () => {
    expect(outcome(rehab('2019-12-01', { ...everything, PROSTHESIS_REFERENCE_PRICE: 1_000_000 }))).toEqual([
      'JKK_DENTURE 3000000',
      'JKK_PROSTHESIS 1400000',
    ]);
  });

  it('under PP 82/2019 pays each item up to its ceiling', () => {
    expect(outcome(rehab('2019-12-02', { ...everything, PROSTHESIS_REFERENCE_PRICE: 1_000_000 }))).toEqual([
      'JKK_DENTURE 5000000',
      'JKK_HEARING_AID 2500000',
      'JKK_GLASSES 1000000',
      'JKK_HOME_CARE 20000000',
      'JKK_PROSTHESIS 1400000',
    ]);
  });

  it('says so when the law of the day had no such benefit', () => {
    expect(outcome(rehab('2019-12-01', { GLASSES: 800_000 }))).toEqual([
      'JKK_REJECTED_NOT_IN_LAW 0',
      'REJECTED_NOT_IN_LAW',
    ]);
    expect(outcome(rehab('2019-12-01', { GLASSES: 0 }))).toEqual([]);
  });

  it('rounds a prosthesis once', () => {
    expect(arithmetic(rehab('2025-03-01', { PROSTHESIS_REFERENCE_PRICE: 1_234_567 }))).toBe(
      '1,234,567 × 140% = 1,728,394',
    );
  });
});
