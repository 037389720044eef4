import { localDate, type Rupiah, rupiah } from '#kernel';
import { PP_37_2021_FROM, PP_44, PP_44_FROM, PP_6_2025_FROM } from '../kernel/laws.js';
import type { Bilingual, Confidence } from '../kernel/provision.js';
import { duringMonths, type Rule, type Version } from '../kernel/rule.js';

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
