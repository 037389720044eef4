import { describe, expect, it } from '@jest/globals';
import { fold, localDate } from '#kernel';
import { extended, registered, signed } from './facility.examples.js';
import { type Registered, agreementInForce, facilities } from './facility.js';

describe('a facility', () => {
  const hospital = fold(facilities, [
    registered(),
    signed(),
    signed('agreement-2', ['2028-01-01', '2028-12-31']),
    extended('2027-03-31'),
  ]) as Registered;

  const agreementOn = (day: string) => agreementInForce(hospital, localDate(day))?.agreementId;

  it('is a PLKK on every day of an agreement, the first and the last included', () => {
    expect(agreementOn('2026-01-01')).toBe('agreement-1');
    expect(agreementOn('2028-12-31')).toBe('agreement-2');
  });

  it('stays one through an addendum', () => {
    expect(agreementOn('2027-03-31')).toBe('agreement-1');
  });

  it('is none before, between and after its agreements', () => {
    expect(agreementOn('2025-12-31')).toBeUndefined();
    expect(agreementOn('2027-04-01')).toBeUndefined();
    expect(agreementOn('2029-01-01')).toBeUndefined();
  });

  it('has no agreements before it is registered', () => {
    expect(() => fold(facilities, [signed()])).toThrow('PlkkAgreementSigned before FacilityRegistered');
  });
});
