import { describe, expect, it } from '@jest/globals';
import { instant, localDate, rupiah } from '#kernel';
import { type GuaranteeLetter, deskLetterFor, isGuaranteed, lettersFor } from './guarantee-letter.js';

const stay = {
  facilityId: 'hospital',
  admittedOn: localDate('2026-09-02'),
  dischargedOn: localDate('2026-09-12'),
};
const agreed = localDate('2027-03-31');
const ofOffice = (day: string): GuaranteeLetter => ({ facilityId: 'hospital', issuedOn: localDate(day) });
const ofDesk = (notConfirmedFrom?: string): GuaranteeLetter => ({
  ...ofOffice('2026-09-02'),
  provisional: {
    validUntil: instant('2026-09-05T03:00:00Z'),
    atMostIdr: rupiah(25_000_000),
    ...(notConfirmedFrom && { notConfirmedFrom: localDate(notConfirmedFrom) }),
  },
});

describe('whether BPJS pays a facility for a stay', () => {
  it.each([
    ['a letter of the third day', [ofOffice('2026-09-05')], true],
    ['a letter of the fourth day', [ofOffice('2026-09-06')], false],
    ['a letter of its desk', [ofDesk()], true],
    ['a letter of its desk that the office does not stand by before it ends', [ofDesk('2026-09-04')], false],
    ['a letter of another facility', [{ ...ofOffice('2026-09-02'), facilityId: 'clinic' }], false],
  ])('by %s: %s', (_what, letters, expected) => {
    expect(isGuaranteed(stay, letters, agreed)).toBe(expected);
  });

  it('needs an agreement on the day of the admission', () => {
    expect(isGuaranteed(stay, [ofOffice('2026-09-02')], undefined)).toBe(false);
  });

  it('is confirmed by a letter of the office, on whatever day, where the desk had issued one in time', () => {
    expect(lettersFor(stay, [ofDesk(), ofOffice('2026-09-08')])[0]).not.toHaveProperty('provisional');
    expect(deskLetterFor(stay, [ofDesk(), ofOffice('2026-09-08')])).toBeUndefined();
    expect(deskLetterFor(stay, [ofDesk()])).toMatchObject({ atMostIdr: 25_000_000 });
  });
});
