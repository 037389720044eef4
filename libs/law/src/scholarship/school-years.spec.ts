import { describe, expect, it } from '@jest/globals';
import { localDate } from '#kernel';
import { remainingSchoolYears, scholarshipChildren } from './school-years.js';

const EVENT = localDate('2025-02-01');

describe('the school years ahead of a child', () => {
  it('are one of SMA and five of PT in the last year of SMA', () => {
    expect(remainingSchoolYears({ level: 'SMA', yearInLevel: 3 }, EVENT, EVENT)).toEqual({
      TK: 0,
      SD: 0,
      SMP: 0,
      SMA: 1,
      PT: 5,
    });
  });

  it('are the full path below school age', () => {
    expect(remainingSchoolYears(undefined, EVENT, EVENT)).toEqual({ TK: 2, SD: 6, SMP: 3, SMA: 3, PT: 5 });
  });

  it('are fewer by the school years that began since the registration', () => {
    const registered = { level: 'SMP', yearInLevel: 3 } as const;
    expect(remainingSchoolYears(registered, localDate('2024-07-01'), EVENT)).toMatchObject({
      SMP: 1,
      SMA: 3,
    });
    expect(remainingSchoolYears(registered, localDate('2024-06-30'), EVENT)).toMatchObject({
      SMP: 0,
      SMA: 3,
    });
    expect(remainingSchoolYears(registered, localDate('2021-12-01'), EVENT)).toMatchObject({
      SMP: 0,
      SMA: 1,
      PT: 5,
    });
  });

  it('end with the last year of PT, and a repeated class takes none of the next level', () => {
    const none = { TK: 0, SD: 0, SMP: 0, SMA: 0, PT: 0 };
    expect(remainingSchoolYears({ level: 'PT', yearInLevel: 5 }, localDate('2019-08-01'), EVENT)).toEqual(
      none,
    );
    expect(remainingSchoolYears({ level: 'SD', yearInLevel: 8 }, EVENT, EVENT)).toMatchObject({
      SD: 0,
      SMP: 3,
    });
  });

  it('do not count under the law that paid once', () => {
    const before = localDate('2019-12-01');
    expect(remainingSchoolYears({ level: 'SD', yearInLevel: 1 }, before, before)).toMatchObject({
      SD: 0,
      PT: 0,
    });
  });
});

describe('the children with a scholarship', () => {
  it('are two, before 2 December 2019 one', () => {
    expect(scholarshipChildren(localDate('2019-12-01'))).toBe(1);
    expect(scholarshipChildren(localDate('2019-12-02'))).toBe(2);
  });
});
