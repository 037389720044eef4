import { localDate } from '#kernel';
import { PP_44_FROM } from '../kernel/laws.js';
import type { Rule, Version } from '../kernel/rule.js';

const pp46 = {
  from: PP_44_FROM,
  law: 'PP 46/2015 jo. PP 60/2015',
  article: 'Art. 22',
  sources: ['S26'],
  confidence: 'V',
} as const;

/** For what a part of the savings may be taken while still working. */
export const JHT_PURPOSES = ['HOUSE', 'RETIREMENT_PREPARATION'] as const;

export type JhtPurpose = (typeof JHT_PURPOSES)[number];

/** Pengambilan sebagian: percent of the balance. */
export const JHT_PARTIAL_SHARE: Readonly<Record<JhtPurpose, Rule<string>>> = {
  HOUSE: {
    id: 'JHT_PARTIAL_30',
    title: { id: 'Pengambilan sebagian JHT untuk perumahan', en: 'Partial JHT for a house' },
    unit: '% of the balance at most',
    versions: [{ ...pp46, article: 'Art. 22(4)-(6)', value: '30' }],
  },
  RETIREMENT_PREPARATION: {
    id: 'JHT_PARTIAL_10',
    title: {
      id: 'Pengambilan sebagian JHT untuk persiapan pensiun',
      en: 'Partial JHT to prepare for retirement',
    },
    unit: '% of the balance at most',
    versions: [{ ...pp46, article: 'Art. 22(4)-(6)', value: '10' }],
  },
};

export const JHT_PARTIAL_MONTHS: Rule<number> = {
  id: 'JHT_PARTIAL_MONTHS',
  title: { id: 'Masa kepesertaan untuk pengambilan sebagian', en: 'Membership needed for a partial payment' },
  unit: 'months',
  versions: [{ ...pp46, article: 'Art. 22(4)-(6)', value: 120 }],
};

export const JHT_RETIREMENT_AGE: Rule<number> = {
  id: 'JHT_RETIREMENT_AGE',
  title: { id: 'Usia pensiun JHT', en: 'JHT retirement age' },
  unit: 'years',
  versions: [{ ...pp46, value: 56 }],
};

/** Why the whole balance may be taken. */
export const JHT_REASONS = [
  'RETIREMENT_AGE',
  'DEATH',
  'TOTAL_PERMANENT',
  'RESIGNED',
  'TERMINATED',
  'CONTRACT_ENDED',
  'BPU_STOPPED',
  'LEFT_INDONESIA',
  'COMPANY_RETIREMENT',
] as const;

export type JhtReason = (typeof JHT_REASONS)[number];

/** Saldo JHT. */
export const JHT_BALANCE: Rule<readonly JhtReason[]> = {
  id: 'JHT_BALANCE',
  title: { id: 'Saldo JHT: iuran dan hasil pengembangan', en: 'JHT balance: contributions and development' },
  unit: 'reasons to be paid in full',
  versions: [
    { ...pp46, article: 'Art. 22(2)', value: JHT_REASONS },
    {
      ...pp46,
      from: localDate('2022-04-01'),
      law: 'PP 46/2015 jo. PP 60/2015; Permenaker 4/2022',
      article: 'Art. 22(2)',
      sources: ['S26', 'S27'],
      value: JHT_REASONS,
    },
  ],
};

/** What a reason makes one wait for. */
export interface JhtWait {
  readonly months: number;
  readonly reasons: readonly JhtReason[];
}

const wait = { months: 1, reasons: ['RESIGNED', 'TERMINATED'] } as const;

const waitVersion = (source: Omit<Version<JhtWait>, 'value'>): Version<JhtWait> => ({
  ...source,
  value: wait,
});

export const JHT_WAIT: Rule<JhtWait> = {
  id: 'JHT_WAIT',
  title: { id: 'Masa tunggu JHT', en: 'Waiting period of JHT' },
  unit: 'months after leaving, by reason',
  versions: [
    waitVersion({ ...pp46, law: 'PP 60/2015', article: 'article not seen', sources: [], confidence: 'H' }),
    waitVersion({
      from: localDate('2022-04-01'),
      law: 'Permenaker 4/2022',
      article: 'article not seen',
      sources: ['S27'],
      confidence: 'V',
    }),
  ],
};
