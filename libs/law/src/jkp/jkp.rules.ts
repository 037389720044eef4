import { type LocalDate, localDate, type Rupiah, rupiah } from '#kernel';
import { PP_37_2021_FROM, PP_6_2025_FROM } from '../kernel/laws.js';
import type { Rule } from '../kernel/rule.js';

const pp37 = { from: PP_37_2021_FROM, law: 'PP 37/2021', sources: ['S25'], confidence: 'V' } as const;

const pp6 = {
  from: PP_6_2025_FROM,
  law: 'PP 37/2021 jo. PP 6/2025',
  sources: ['S25'],
  confidence: 'V',
} as const;

/** One stretch of the cash benefit. */
export interface JkpStage {
  readonly code: string;
  readonly months: number;
  /** Percent of the wage. */
  readonly share: string;
}

/** Manfaat uang tunai. */
export const JKP_CASH: Rule<readonly JkpStage[]> = {
  id: 'JKP_CASH',
  title: { id: 'Manfaat uang tunai JKP', en: 'JKP cash benefit' },
  unit: 'months at % of wage',
  versions: [
    {
      ...pp37,
      article: 'Art. 21',
      value: [
        { code: 'JKP_CASH_M1_M3', months: 3, share: '45' },
        { code: 'JKP_CASH_M4_M6', months: 3, share: '25' },
      ],
    },
    { ...pp6, article: 'Art. 21', value: [{ code: 'JKP_CASH_M1_M6', months: 6, share: '60' }] },
  ],
};

export const JKP_WAGE_CAP: Rule<Rupiah> = {
  id: 'JKP_WAGE_CAP',
  title: { id: 'Batas upah JKP', en: 'JKP wage cap' },
  unit: 'Rp a month',
  versions: [
    { ...pp37, article: 'Art. 21', value: rupiah(5_000_000) },
    { ...pp6, article: 'Art. 21', value: rupiah(5_000_000) },
  ],
};

export interface JkpContributionCondition {
  readonly monthsOfLast24: number;
  readonly consecutiveMonths?: number;
}

export const JKP_CONTRIBUTIONS: Rule<JkpContributionCondition> = {
  id: 'JKP_CONTRIBUTIONS',
  title: { id: 'Syarat iuran JKP', en: 'Contributions needed for JKP' },
  unit: 'paid months of the last 24, consecutive months before termination',
  versions: [
    {
      ...pp37,
      article: 'Art. 19 (from memory)',
      sources: [],
      confidence: 'H',
      value: { monthsOfLast24: 12, consecutiveMonths: 6 },
    },
    { ...pp6, article: 'Art. 19 (from memory)', value: { monthsOfLast24: 12 } },
  ],
};

export const JKP_CLAIM_WINDOW: Rule<number> = {
  id: 'JKP_CLAIM_WINDOW',
  title: { id: 'Batas waktu klaim JKP', en: 'Time to claim JKP' },
  unit: 'months from termination',
  versions: [
    { ...pp37, article: 'Art. 40', value: 3 },
    { ...pp6, article: 'Art. 40', value: 6 },
  ],
};

/** The first day on which JKP could be claimed. */
export const JKP_CLAIMS_FROM: Rule<LocalDate> = {
  id: 'JKP_CLAIMS_FROM',
  title: { id: 'Hari pertama klaim JKP', en: 'First day of JKP claims' },
  unit: 'day',
  versions: [
    {
      ...pp37,
      article: 'article not seen',
      sources: [],
      confidence: 'H',
      value: localDate('2022-02-01'),
    },
  ],
};

export interface JkpRepetition {
  readonly times: number;
  readonly yearsApart: number;
}

export const JKP_REPETITION: Rule<JkpRepetition> = {
  id: 'JKP_REPETITION',
  title: { id: 'Pengulangan JKP', en: 'Repeated JKP' },
  unit: 'times in a working life, years apart',
  versions: [
    {
      ...pp37,
      article: 'article not seen',
      sources: [],
      confidence: 'H',
      value: { times: 3, yearsApart: 5 },
    },
  ],
};

/** Months of arrears of a bankrupt or closed employer that do not harm the worker. */
export const JKP_EMPLOYER_ARREARS: Rule<number> = {
  id: 'JKP_EMPLOYER_ARREARS',
  title: {
    id: 'Tunggakan pemberi kerja yang pailit atau tutup',
    en: 'Arrears of a bankrupt or closed employer',
  },
  unit: 'months at most',
  versions: [{ ...pp6, article: 'Art. 39A', sources: ['S25', 'S59'], value: 6 }],
};

/** Consecutive months of arrears of an employer that goes on, beyond which it pays the cash first. */
export const JKP_OPEN_EMPLOYER_ARREARS: Rule<number> = {
  id: 'JKP_OPEN_EMPLOYER_ARREARS',
  title: {
    id: 'Tunggakan pemberi kerja yang masih berjalan',
    en: 'Arrears of an employer that goes on',
  },
  unit: 'consecutive months at most',
  versions: [{ ...pp6, article: 'Art. 39', sources: ['S59'], value: 3 }],
};

/** What a claimant has to show for each month after the first. */
export interface JkpTasks {
  /** Either so many applications or so many interviews. */
  readonly applications: number;
  readonly interviews: number;
  /** Where training was given: the attendance, in percent. */
  readonly attendancePct: number;
}

const tasks: JkpTasks = { applications: 5, interviews: 1, attendancePct: 80 };

export const JKP_TASKS: Rule<JkpTasks> = {
  id: 'JKP_TASKS',
  title: { id: 'Kewajiban mencari kerja untuk bulan berikutnya', en: 'Job search asked for later months' },
  unit: 'applications or interviews, % of the training attended',
  versions: [
    { ...pp37, article: 'article not seen', sources: ['S18'], value: tasks },
    { ...pp6, article: 'article not seen', sources: ['S18'], value: tasks },
  ],
};

export interface JkpAgeLimit {
  /** The first age that is refused. */
  readonly belowAge: number;
}

/** JKP: registered before this age. */
export const JKP_AGE_LIMIT: Rule<JkpAgeLimit> = {
  id: 'JKP_AGE_LIMIT',
  title: { id: 'Batas usia saat terdaftar JKP', en: 'Age limit at registration for JKP' },
  unit: 'years',
  versions: [
    {
      from: PP_37_2021_FROM,
      law: 'PP 37/2021',
      article: 'Art. 4 (from memory)',
      sources: ['S19'],
      confidence: 'V',
      value: { belowAge: 54 },
    },
  ],
};

/** Why the work ended. Only a termination gives JKP. */
export const JKP_REASONS = [
  'TERMINATED',
  'RESIGNED',
  'CONTRACT_ENDED',
  'RETIRED',
  'TOTAL_PERMANENT',
  'DEATH',
] as const;

export type JkpReason = (typeof JKP_REASONS)[number];
