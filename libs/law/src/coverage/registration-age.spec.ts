import { describe, expect, it } from '@jest/globals';
import { addYears, localDate } from '#kernel';
import { mayRegisterAtAge, registrationAgeLimit } from './registration-age.js';

/** Ages that may register on a day, out of 17 to 66. */
const agesOn = (day: string) => {
  const on = localDate(day);
  const ages = Array.from({ length: 50 }, (_, index) => index + 17);
  const allowed = ages.filter((age) => mayRegisterAtAge('BPU', addYears(on, -age), on));
  return [allowed[0], allowed.at(-1)];
};

describe('the age at registration', () => {
  it.each([
    ['2015-12-31', [17, 66]],
    ['2016-01-01', [17, 56]],
    ['2017-12-31', [17, 56]],
    ['2018-01-01', [17, 60]],
    ['2021-03-31', [17, 60]],
    ['2021-04-01', [18, 64]],
  ])('of a BPU on %s is %j', (day, ages) => {
    expect(agesOn(day)).toEqual(ages);
  });

  it('has no limit for wage earners', () => {
    const on = localDate('2025-01-01');
    expect(registrationAgeLimit('PU', on)).toBeUndefined();
    expect(mayRegisterAtAge('PU', localDate('1940-01-01'), on)).toBe(true);
  });

  it('names its law', () => {
    expect(registrationAgeLimit('BPU', localDate('2025-01-01'))).toMatchObject({
      minimumAge: 18,
      belowAge: 65,
      provision: { law: 'Permenaker 5/2021', confidence: 'V' },
    });
  });
});
