import { type LocalDate, localDate, type Rupiah, rupiah } from '#kernel';
import { PP_36_2025_FROM, PP_37_2021_FROM, PP_44, PP_44_FROM, PP_6_2025_FROM } from '../kernel/laws.js';
import type { Bilingual, Confidence } from '../kernel/provision.js';
import { duringMonths, type Rule, type Version } from '../kernel/rule.js';
import { RELIEF_FINE } from './contribution.conventions.js';

const since2015 = { from: PP_44_FROM, confidence: 'V' } as const;

/** A percentage of the wage or of the income base, as digits. */
type RateRule = Rule<string>;

const rateRule = (
  id: string,
  title: Bilingual,
  unit: string,
  source: Pick<Version<string>, 'law' | 'article' | 'sources'>,
  value: string,
): RateRule => ({ id, title, unit, versions: [{ ...since2015, ...source, value }] });

const jkkRisk = (riskClass: number, id: string, en: string, value: string): RateRule =>
  rateRule(
    `CONTRIB_JKK_CLASS_${riskClass}`,
    { id: `Iuran JKK, risiko ${id}`, en: `JKK contribution, ${en} risk` },
    '% of wage',
    { law: PP_44, article: 'Art. 16, Annex I', sources: ['S23', 'S31'] },
    value,
  );

/** JKK of wage earners by risk class of the industry, borne by the employer. */
export const JKK_RISK_RATES: Readonly<Record<RiskClass, RateRule>> = {
  1: jkkRisk(1, 'sangat rendah', 'very low', '0.24'),
  2: jkkRisk(2, 'rendah', 'low', '0.54'),
  3: jkkRisk(3, 'sedang', 'medium', '0.89'),
  4: jkkRisk(4, 'tinggi', 'high', '1.27'),
  5: jkkRisk(5, 'sangat tinggi', 'very high', '1.74'),
};

export const RISK_CLASSES = [1, 2, 3, 4, 5] as const;

export type RiskClass = (typeof RISK_CLASSES)[number];

const jkmPu = { law: PP_44, article: 'Art. 18', sources: ['S19'] };

const jht = { law: 'PP 46/2015', article: 'Art. 16 (from memory)', sources: ['S19'] };

const jp = { law: 'PP 45/2015', article: 'Art. 28 (from memory)', sources: ['S19', 'S28'] };

const annexTwo = { law: PP_44, article: 'Annex II', sources: ['S19', 'S20', 'S30'] };

export const JKM_PU_RATE = rateRule(
  'CONTRIB_JKM_PU',
  { id: 'Iuran JKM', en: 'JKM contribution' },
  '% of wage',
  jkmPu,
  '0.30',
);

export const JHT_EMPLOYER_RATE = rateRule(
  'CONTRIB_JHT_EMPLOYER',
  { id: 'Iuran JHT bagian pemberi kerja', en: 'JHT contribution of the employer' },
  '% of wage',
  jht,
  '3.7',
);

export const JHT_WORKER_RATE = rateRule(
  'CONTRIB_JHT_WORKER',
  { id: 'Iuran JHT bagian pekerja', en: 'JHT contribution of the worker' },
  '% of wage',
  jht,
  '2',
);

export const JP_EMPLOYER_RATE = rateRule(
  'CONTRIB_JP_EMPLOYER',
  { id: 'Iuran JP bagian pemberi kerja', en: 'JP contribution of the employer' },
  '% of wage up to the cap',
  jp,
  '2',
);

export const JP_WORKER_RATE = rateRule(
  'CONTRIB_JP_WORKER',
  { id: 'Iuran JP bagian pekerja', en: 'JP contribution of the worker' },
  '% of wage up to the cap',
  jp,
  '1',
);

export const JKK_BPU_RATE = rateRule(
  'CONTRIB_JKK_BPU',
  { id: 'Iuran JKK BPU', en: 'JKK contribution of BPU' },
  '% of the income base',
  annexTwo,
  '1',
);

export const JHT_BPU_RATE = rateRule(
  'CONTRIB_JHT_BPU',
  { id: 'Iuran JHT BPU', en: 'JHT contribution of BPU' },
  '% of the income base',
  { ...annexTwo, law: 'PP 46/2015', article: 'Annex (from memory)' },
  '2',
);

/** JKM of BPU: one amount for everybody. */
export const JKM_BPU_AMOUNT: Rule<Rupiah> = {
  id: 'CONTRIB_JKM_BPU',
  title: { id: 'Iuran JKM BPU', en: 'JKM contribution of BPU' },
  unit: 'Rp a month',
  versions: [{ ...since2015, ...annexTwo, article: 'Art. 18', sources: ['S19'], value: rupiah(6_800) }],
};

/** For how many months at once a BPU may pay. */
export const BPU_MONTHS_AT_ONCE: Rule<readonly number[]> = {
  id: 'BPU_MONTHS_AT_ONCE',
  title: { id: 'Bulan iuran yang dapat dibayar sekaligus oleh BPU', en: 'Months a BPU may pay at once' },
  unit: 'months',
  versions: [
    {
      ...since2015,
      law: PP_44,
      article: 'article not seen',
      sources: [],
      confidence: 'H',
      value: [1, 2, 3, 6, 12],
    },
  ],
};

const cap = (from: string, value: number, confidence: Confidence): Version<Rupiah> => ({
  from: localDate(from),
  law: 'PP 45/2015',
  article: 'Art. 29 (from memory)',
  sources: confidence === 'V' ? ['S22', 'S66'] : [],
  confidence,
  value: rupiah(value),
});

/** Batas upah JP, new each 1 March. It follows growth and fell once, in 2021. */
export const JP_WAGE_CAP: Rule<Rupiah> = {
  id: 'JP_WAGE_CAP',
  title: { id: 'Batas upah JP', en: 'JP wage cap' },
  unit: 'Rp a month',
  versions: [
    cap('2015-07-01', 7_000_000, 'V'),
    cap('2016-03-01', 7_335_300, 'V'),
    cap('2017-03-01', 7_703_500, 'V'),
    cap('2018-03-01', 8_094_000, 'V'),
    cap('2019-03-01', 8_512_400, 'V'),
    cap('2020-03-01', 8_939_700, 'V'),
    cap('2021-03-01', 8_754_600, 'V'),
    cap('2022-03-01', 9_077_600, 'V'),
    cap('2023-03-01', 9_559_600, 'V'),
    cap('2024-03-01', 10_042_300, 'V'),
    cap('2025-03-01', 10_547_400, 'V'),
    cap('2026-03-01', 11_086_300, 'V'),
  ],
};

/** How the contribution for JKP is carved out of others; nobody is billed for it. Percent of wage. */
export interface JkpFunding {
  readonly state: string;
  readonly fromJkk: string;
  readonly fromJkm?: string;
}

/** Rekomposisi iuran. */
export const JKP_FUNDING: Rule<JkpFunding> = {
  id: 'JKP_FUNDING',
  title: { id: 'Iuran JKP dari rekomposisi', en: 'JKP contribution by recomposition' },
  unit: '% of wage',
  versions: [
    {
      from: PP_37_2021_FROM,
      law: 'PP 37/2021',
      article: 'Art. 11 (from memory)',
      sources: ['S25', 'S33'],
      confidence: 'V',
      value: { state: '0.22', fromJkk: '0.14', fromJkm: '0.10' },
    },
    {
      from: PP_6_2025_FROM,
      law: 'PP 6/2025',
      article: 'Art. 11 (from memory)',
      sources: ['S25', 'S19'],
      confidence: 'V',
      value: { state: '0.22', fromJkk: '0.14' },
    },
  ],
};

/** A time in which only a part of a contribution is due. */
export interface Relief {
  /** Percent of the contribution that is due. */
  readonly due: string;
  readonly programs: readonly ('JKK' | 'JKM')[];
}

const relief = (id: string, title: Bilingual, ...versions: readonly Version<Relief>[]): Rule<Relief> => ({
  id,
  title,
  unit: '% of the contribution is due',
  versions,
});

export const PP_49_2020_RELIEF = relief(
  'RELIEF_PP_49_2020',
  { id: 'Keringanan iuran pandemi', en: 'Relief of contributions in the pandemic' },
  {
    ...duringMonths('2020-08', '2021-01'),
    law: 'PP 49/2020',
    article: 'article not seen',
    sources: ['S32'],
    confidence: 'H',
    value: { due: '1', programs: ['JKK', 'JKM'] },
  },
);

const halfOfJkk = { due: '50', programs: ['JKK'] } as const;

/** PP 7/2025 and, from the month 2025-08 on, its extension by PP 36/2025 (Art. 10A). */
export const PP_7_2025_RELIEF = relief(
  'RELIEF_PP_7_2025',
  { id: 'Keringanan iuran JKK industri padat karya', en: 'Relief of JKK for labour-intensive industry' },
  {
    ...duringMonths('2025-02', '2025-07'),
    law: 'PP 7/2025',
    article: 'article not seen',
    sources: ['S31'],
    confidence: 'V',
    value: halfOfJkk,
  },
  {
    ...duringMonths('2025-08', '2026-01'),
    law: 'PP 7/2025 jo. PP 36/2025',
    article: 'Art. 10A',
    sources: ['S31', 'S55'],
    confidence: 'V',
    value: halfOfJkk,
  },
);

/** The last day on which an unpaid month of the relief is still paid at the reduced tariff; after it, at the full one. */
export const RELIEF_PAID_BY: Rule<LocalDate> = {
  id: 'RELIEF_PP_7_2025_PAID_BY',
  title: {
    id: 'Batas pelunasan bulan keringanan industri padat karya',
    en: 'Last day to pay a month of the relief for labour-intensive industry',
  },
  unit: 'day',
  versions: [
    {
      ...duringMonths('2025-02', '2026-01'),
      law: 'PP 7/2025 jo. PP 36/2025',
      article: 'Art. 11',
      sources: ['S55'],
      confidence: 'V',
      value: localDate('2026-06-30'),
    },
  ],
};

/**
 * From this day on the extension is known: who had paid one of its months in full before it has a surplus, which counts
 * towards later months.
 */
export const RELIEF_SURPLUS_BEFORE: Rule<LocalDate> = {
  id: 'RELIEF_PP_36_2025_SURPLUS_BEFORE',
  title: {
    id: 'Kelebihan bayar sebelum perpanjangan keringanan diundangkan',
    en: 'Surplus of what was paid before the extension was promulgated',
  },
  unit: 'paid before this day',
  versions: [
    {
      ...duringMonths('2025-08', '2026-01'),
      law: 'PP 7/2025 jo. PP 36/2025',
      article: 'Art. 11',
      sources: ['S55'],
      confidence: 'V',
      value: PP_36_2025_FROM,
    },
  ],
};

/** What a BPU does for a living, as far as relief differs. */
export const BPU_SECTORS = ['TRANSPORT', 'OTHER'] as const;

export type BpuSector = (typeof BPU_SECTORS)[number];

const pp50 = {
  law: 'PP 50/2025',
  article: 'article not seen',
  sources: ['S20', 'S21'],
  confidence: 'V',
  value: { due: '50', programs: ['JKK', 'JKM'] },
} as const;

/** PP 50/2025: half of JKK and JKM for BPU, not where government pays. */
export const PP_50_2025_RELIEF: Readonly<Record<BpuSector, Rule<Relief>>> = {
  TRANSPORT: relief(
    'RELIEF_PP_50_2025_TRANSPORT',
    { id: 'Keringanan iuran BPU sektor transportasi', en: 'Relief for BPU in transport' },
    { ...duringMonths('2026-01', '2027-03'), ...pp50 },
  ),
  OTHER: relief(
    'RELIEF_PP_50_2025_OTHER',
    { id: 'Keringanan iuran BPU lainnya', en: 'Relief for other BPU' },
    { ...duringMonths('2026-04', '2026-12'), ...pp50 },
  ),
};

const FINE_ARTICLE = 'Art. 22 (from memory)';

/** Denda keterlambatan: percent of the contribution due for each month late, borne by the employer. */
export const LATE_FINE: Rule<string> = {
  id: 'EMPLOYER_FINE',
  title: { id: 'Denda keterlambatan iuran', en: 'Fine for late contributions' },
  unit: '% of the contribution due, a month',
  versions: [
    { ...since2015, law: PP_44, article: FINE_ARTICLE, sources: ['S24'], value: '2' },
    {
      ...duringMonths('2020-08', '2021-01'),
      law: 'PP 49/2020',
      article: 'article not seen',
      sources: ['S32'],
      confidence: 'V',
      value: '0.5',
    },
  ],
};

/** The fine on a month of the relief for labour-intensive industry, as long as the reduced tariff holds for it. */
export const RELIEF_LATE_FINE: Rule<string> = {
  id: 'EMPLOYER_FINE_PP_7_2025',
  title: {
    id: 'Denda keterlambatan iuran industri padat karya',
    en: 'Fine for late contributions of labour-intensive industry',
  },
  unit: '% of the contribution due, a month',
  versions: [
    {
      ...duringMonths('2025-02', '2026-01'),
      law: 'PP 7/2025',
      article: 'Art. 7; convention Q-23',
      sources: ['S55'],
      confidence: RELIEF_FINE.confidence,
      value: RELIEF_FINE.value,
    },
  ],
};
