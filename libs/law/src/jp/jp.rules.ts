import { localDate, type Rupiah, rupiah } from '#kernel';
import { PP_44_FROM } from '../kernel/laws.js';
import type { Confidence } from '../kernel/provision.js';
import type { Rule, Version } from '../kernel/rule.js';

const pp45 = {
  from: PP_44_FROM,
  law: 'PP 45/2015',
  article: 'Art. 17',
  sources: ['S28'],
  confidence: 'V',
} as const;

/** Who draws the pension. */
export const JP_KINDS = ['OLD_AGE', 'DISABILITY', 'WIDOW', 'WIDOWER', 'CHILD', 'PARENT'] as const;

export type JpKind = (typeof JP_KINDS)[number];

/** Percent of the mean wage for each year of contributions. */
export const JP_ACCRUAL: Rule<string> = {
  id: 'JP_MONTHLY',
  title: { id: 'Manfaat pensiun bulanan', en: 'Monthly pension' },
  unit: '% of the mean wage for each contribution year',
  versions: [{ ...pp45, value: '1' }],
};

/** Percent of the formula, by who draws it. */
export const JP_SHARES: Rule<Readonly<Record<JpKind, string>>> = {
  id: 'JP_SHARES',
  title: { id: 'Bagian manfaat pensiun menurut penerima', en: 'Share of the pension by who draws it' },
  unit: '% of the formula',
  versions: [
    {
      ...pp45,
      article: 'Art. 17-22 (from memory)',
      sources: [],
      confidence: 'H',
      value: { OLD_AGE: '100', DISABILITY: '100', WIDOW: '50', WIDOWER: '50', CHILD: '50', PARENT: '20' },
    },
  ],
};

/** Contribution months for a monthly pension instead of a lump sum. */
export const JP_FULL_MONTHS: Rule<number> = {
  id: 'JP_FULL_MONTHS',
  title: { id: 'Masa iur untuk pensiun bulanan', en: 'Contribution months for a monthly pension' },
  unit: 'months',
  versions: [{ ...pp45, sources: ['S29', 'S19'], value: 180 }],
};

/** When a member who died or was disabled before 15 years still gives a monthly pension. */
export interface JpDensity {
  readonly memberMonths: number;
  /** Paid months in percent of membership months. */
  readonly densityPct: number;
}

export const JP_SURVIVOR_CONDITION: Rule<JpDensity> = {
  id: 'JP_SURVIVOR_CONDITION',
  title: {
    id: 'Syarat pensiun ahli waris sebelum 15 tahun',
    en: 'Condition for a survivor pension before 15 years',
  },
  unit: 'months of membership, % of them paid',
  versions: [
    {
      ...pp45,
      law: 'Permenaker 29/2015',
      article: 'Art. 26',
      sources: ['S45'],
      value: { memberMonths: 12, densityPct: 80 },
    },
  ],
};

export const JP_DISABILITY_CONDITION: Rule<JpDensity> = {
  id: 'JP_DISABILITY_CONDITION',
  title: { id: 'Syarat pensiun cacat', en: 'Condition for a disability pension' },
  unit: 'months of membership, % of them paid',
  versions: [
    {
      ...pp45,
      article: 'Art. 20(3)',
      sources: [],
      confidence: 'H',
      value: { memberMonths: 1, densityPct: 80 },
    },
  ],
};

export interface JpLimits {
  readonly floor: Rupiah;
  readonly ceiling: Rupiah;
  /** How sure we are of the ceiling, where less than of the floor. */
  readonly ceilingConfidence?: Confidence;
}

/** Floor and ceiling from 1 March of a year; the first ones from the first day of the law. */
const limits = (
  year: number,
  [floor, confidence]: readonly [number, Confidence],
  [ceiling, ceilingConfidence]: readonly [number, Confidence],
): Version<JpLimits> => ({
  ...pp45,
  from: year === 2015 ? PP_44_FROM : localDate(`${year}-03-01`),
  article: 'Art. 18',
  sources: ['S29', 'S66'],
  confidence,
  value: {
    floor: rupiah(floor),
    ceiling: rupiah(ceiling),
    ...(ceilingConfidence !== confidence && { ceilingConfidence }),
  },
});

/** Indexed every year with the inflation of the year before (Art. 18(3)). Those that are not V were derived so. */
export const JP_LIMITS: Rule<JpLimits> = {
  id: 'JP_LIMITS',
  title: { id: 'Batas bawah dan atas manfaat pensiun', en: 'Floor and ceiling of the pension' },
  unit: 'Rp a month',
  versions: [
    limits(2015, [300_000, 'V'], [3_600_000, 'V']),
    limits(2016, [310_050, 'V'], [3_720_600, 'V']),
    limits(2017, [319_450, 'H'], [3_833_000, 'L']),
    limits(2018, [331_000, 'H'], [3_971_400, 'L']),
    limits(2019, [341_400, 'H'], [4_095_800, 'L']),
    limits(2020, [350_700, 'V'], [4_207_300, 'L']),
    limits(2021, [356_600, 'H'], [4_278_000, 'L']),
    limits(2022, [363_300, 'H'], [4_358_000, 'L']),
    limits(2023, [383_400, 'V'], [4_598_100, 'V']),
    limits(2024, [393_500, 'V'], [4_718_200, 'V']),
    limits(2025, [399_700, 'H'], [4_792_300, 'H']),
    limits(2026, [411_400, 'M'], [4_932_300, 'M']),
  ],
};

const retirementAge = (year: number, age: number): Version<number> => ({
  ...pp45,
  from: year === 2015 ? PP_44_FROM : localDate(`${year}-01-01`),
  article: 'Art. 15',
  value: age,
});

/** Usia pensiun: 56, 57 from 2019, then one more every third year up to 65. */
export const JP_RETIREMENT_AGE: Rule<number> = {
  id: 'JP_RETIREMENT_AGE',
  title: { id: 'Usia pensiun JP', en: 'JP retirement age' },
  unit: 'years',
  versions: [
    retirementAge(2015, 56),
    retirementAge(2019, 57),
    retirementAge(2022, 58),
    retirementAge(2025, 59),
    retirementAge(2028, 60),
    retirementAge(2031, 61),
    retirementAge(2034, 62),
    retirementAge(2037, 63),
    retirementAge(2040, 64),
    retirementAge(2043, 65),
  ],
};

/** A child's pension ends at this age, and at marriage or work. */
export const JP_CHILD_END_AGE: Rule<number> = {
  id: 'JP_CHILD_END_AGE',
  title: { id: 'Usia berakhirnya pensiun anak', en: 'Age at which a child pension ends' },
  unit: 'years',
  versions: [{ ...pp45, article: 'article not seen', sources: [], confidence: 'H', value: 23 }],
};

/** Iuran dan hasil pengembangan JP, paid at once. */
export const JP_LUMP_SUM: Rule<string> = {
  id: 'JP_LUMP_SUM',
  title: {
    id: 'Iuran JP dan hasil pengembangan, dibayar sekaligus',
    en: 'JP contributions and development, paid at once',
  },
  unit: 'the account',
  versions: [
    { ...pp45, article: 'Art. 17', sources: ['S29', 'S19'], value: 'CONTRIBUTIONS_AND_DEVELOPMENT' },
  ],
};

/** Masih bekerja saat mencapai usia pensiun: within so many years payment may be chosen at the age or on leaving. */
export const JP_CHOICE_YEARS: Rule<number> = {
  id: 'JP_CHOICE_YEARS',
  title: {
    id: 'Pilihan mulai pensiun bagi yang masih bekerja',
    en: 'Choice of the start of a pension by one who still works',
  },
  unit: 'years after the retirement age at most',
  versions: [{ ...pp45, article: 'Art. 15', sources: ['S28'], value: 3 }],
};

/** Indeksasi: from the second year on the pension of the year before is raised by the inflation. */
export const JP_INDEXATION_YEARS: Rule<number> = {
  id: 'JP_INDEXATION_YEARS',
  title: { id: 'Indeksasi pensiun', en: 'Indexation of a pension' },
  unit: 'years after the start',
  versions: [{ ...pp45, article: 'Art. 17', sources: ['S28'], value: 1 }],
};

/** A lump sum is paid on this day of the month after the age is reached and the papers are complete. */
export const JP_LUMP_SUM_DAY: Rule<number> = {
  id: 'JP_LUMP_SUM_DAY',
  title: { id: 'Tanggal pembayaran JP sekaligus', en: 'Day of payment of a lump sum of JP' },
  unit: 'day of the next month',
  versions: [{ ...pp45, article: 'article not seen', sources: ['S65'], value: 1 }],
};
