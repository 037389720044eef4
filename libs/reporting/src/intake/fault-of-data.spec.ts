import { describe, expect, it } from '@jest/globals';
import { localDate } from '#kernel';
import { employedCoverTimes } from '#law';
import { faultOfData, notStoredBecause } from './fault-of-data.js';

describe('What can never be taken in', () => {
  it('is told by its code or its kind, and never by what it says', () => {
    const coded = (code: string) => Object.assign(new Error('value "3174…" is wrong'), { code });
    expect(['22003', '23505', '54000'].map((code) => faultOfData(coded(code)))).toEqual([
      '22003',
      '23505',
      '54000',
    ]);
    expect(faultOfData(new RangeError('No such month: 2000000000 months from 0000-01'))).toBe('RangeError');
  });

  it('is what is older than the law', () => {
    const fault = () => {
      try {
        return employedCoverTimes({ startedOn: localDate('2010-01-04'), paid: [] });
      } catch (error) {
        return notStoredBecause(faultOfData(error) ?? '');
      }
    };
    expect(fault()).toBe('It cannot be counted: DATE_BEFORE_FIRST_LAW');
    expect(notStoredBecause('22003')).toBe('PostgreSQL does not hold it: 22003');
  });

  it('is nothing that passes: an outage, or a fault of ours', () => {
    expect(faultOfData(Object.assign(new Error('gone'), { code: '57P01' }))).toBeUndefined();
    expect(faultOfData(new TypeError('of ours'))).toBeUndefined();
  });
});
