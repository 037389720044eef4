import { localDate, type Rupiah, rupiah } from '#kernel';
import { PP_44_FROM } from '../kernel/laws.js';
import type { Rule, Version } from '../kernel/rule.js';

/** KPR mortgage, PUMP down payment, PRP renovation, DEVELOPER credit to the builder. */
export const MLT_KINDS = ['KPR', 'PUMP', 'PRP', 'DEVELOPER'] as const;

export type MltKind = (typeof MLT_KINDS)[number];

const since2016 = {
  law: 'Permenaker 35/2016',
  article: 'article not seen',
  sources: ['S41'],
  confidence: 'V',
} as const;

const since2021 = {
  from: localDate('2021-01-01'),
  ...since2016,
  law: 'Permenaker 35/2016 jo. Permenaker 17/2021',
} as const;

const limit = (
  kind: MltKind,
  id: string,
  en: string,
  versions: readonly Version<Rupiah>[],
): Rule<Rupiah> => ({
  id: `MLT_${kind}`,
  title: { id, en },
  unit: 'Rp of loan at most',
  versions,
});

/** The most a bank lends. A loan, never a benefit. */
export const MLT_LIMITS: Readonly<Record<Exclude<MltKind, 'DEVELOPER'>, Rule<Rupiah>>> = {
  KPR: limit('KPR', 'Kredit pemilikan rumah', 'Mortgage', [
    { from: PP_44_FROM, ...since2016, value: rupiah(500_000_000) },
  ]),
  PUMP: limit('PUMP', 'Pinjaman uang muka perumahan', 'Loan for the down payment', [
    { from: PP_44_FROM, ...since2016, value: rupiah(150_000_000) },
  ]),
  PRP: limit('PRP', 'Pinjaman renovasi perumahan', 'Loan for renovation', [
    { from: PP_44_FROM, ...since2016, sources: ['S41b'], value: rupiah(50_000_000) },
    { ...since2021, value: rupiah(200_000_000) },
  ]),
};

/** Kredit konstruksi. */
export const MLT_DEVELOPER_SHARE: Rule<string> = {
  id: 'MLT_DEVELOPER',
  title: { id: 'Kredit konstruksi', en: 'Developer credit' },
  unit: '% of the budget at most',
  versions: [{ from: PP_44_FROM, ...since2016, value: '80' }],
};

export const MLT_MEMBERSHIP_MONTHS: Rule<number> = {
  id: 'MLT_MEMBERSHIP_MONTHS',
  title: { id: 'Masa kepesertaan untuk MLT', en: 'Membership needed for MLT' },
  unit: 'months',
  versions: [{ from: PP_44_FROM, ...since2016, value: 12 }],
};

export const MLT_TERM_YEARS: Rule<number> = {
  id: 'MLT_TERM_YEARS',
  title: { id: 'Jangka waktu KPR', en: 'Term of a mortgage' },
  unit: 'years at most',
  versions: [{ from: PP_44_FROM, ...since2016, value: 30 }],
};
