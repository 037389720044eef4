/**
 * What kind of money a benefit is (bentuk manfaat). PP 44/2015 Art. 25 knows care (pelayanan kesehatan) and cash (santunan berupa uang);
 * scholarships are counted beside both.
 */
export const MONEY_KINDS = ['CASH', 'CARE', 'SCHOLARSHIP'] as const;

export type MoneyKind = (typeof MONEY_KINDS)[number];

/** Treatment, in a facility, at home or abroad. Transport, aids and prostheses are cash by the same article. */
const CARE = /^JKK_(MEDICAL|HOME_CARE|PMI_CARE)/;

/** The kind of money of a benefit by its code, for counting: the code tells of what happened to the body, the kind does not. */
export function moneyKindOf(benefitCode: string): MoneyKind {
  if (benefitCode.startsWith('SCHOLARSHIP')) return 'SCHOLARSHIP';
  return CARE.test(benefitCode) ? 'CARE' : 'CASH';
}

/** The programmes that contributions are paid for (program jaminan sosial). */
export const FUNDS = ['JKK', 'JKM', 'JHT', 'JP'] as const;

export type Fund = (typeof FUNDS)[number];

/** The programme of a part of a contribution, or of a benefit, by its code; undefined of whatever is neither. */
export const fundOf = (code: string): Fund | undefined =>
  FUNDS.find((fund) => code.replace(/^CONTRIB_/, '').split('_')[0] === fund);
