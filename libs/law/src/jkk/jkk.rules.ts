import { type Rupiah, rupiah } from '#kernel';
import { JKM_DEATH } from '../jkm/jkm.rules.js';
import { PP_49_2023_FROM } from '../kernel/conventions.js';
import { PP_44, PP_44_FROM, PP_49_2023, PP_82, PP_82_FROM } from '../kernel/laws.js';
import type { Bilingual, Confidence } from '../kernel/provision.js';
import type { Rule, Version } from '../kernel/rule.js';
import { EXPIRY_TRANSITION_FROM } from './jkk.conventions.js';

const annex44 = { from: PP_44_FROM, law: PP_44, article: 'Annex III', confidence: 'V' } as const;

const annex82 = { from: PP_82_FROM, law: PP_82, article: 'Annex III.A', confidence: 'V' } as const;

/** One part of the wage: `share` percent of `months` months of wage. */
export interface WageFactor {
  readonly share: string;
  readonly months: number;
}

const wageFactor = (
  id: string,
  title: Bilingual,
  share: string,
  months: number,
  sources: readonly string[],
  confidence: Confidence,
): Rule<WageFactor> => ({
  id,
  title,
  unit: '% of so many months of wage',
  versions: [
    { ...annex44, sources, confidence, value: { share, months } },
    { ...annex82, sources, confidence, value: { share, months } },
  ],
});

/** Cacat sebagian: table percentage × 80 × wage. The share is that of the disability table. */
export const JKK_PARTIAL_MONTHS: Rule<number> = {
  id: 'JKK_PARTIAL_MONTHS',
  title: { id: 'Bulan upah pada cacat sebagian', en: 'Months of wage for a partial disability' },
  unit: 'months',
  versions: [
    { ...annex44, sources: ['S10'], value: 80 },
    { ...annex82, sources: ['S10'], value: 80 },
  ],
};

/** Cacat sebagian fungsi: what a part lost of its function, in percent of the table. */
export const JKK_PARTIAL_FUNCTIONAL: Rule<'LOSS_TIMES_TABLE'> = {
  id: 'JKK_PARTIAL_FUNCTIONAL',
  title: { id: 'Cacat sebagian fungsi', en: 'Partial loss of function' },
  unit: '% of function lost × table %',
  versions: [
    { ...annex44, sources: ['S16'], confidence: 'H', value: 'LOSS_TIMES_TABLE' },
    { ...annex82, sources: ['S16'], confidence: 'H', value: 'LOSS_TIMES_TABLE' },
  ],
};

/** Cacat total tetap. */
export const JKK_TOTAL_PERMANENT = wageFactor(
  'JKK_TOTAL_PERMANENT',
  { id: 'Santunan cacat total tetap', en: 'Benefit for permanent total disability' },
  '70',
  80,
  ['S12', 'S16'],
  'H',
);

/** Santunan kematian karena kecelakaan kerja. */
export const JKK_DEATH = wageFactor(
  'JKK_DEATH',
  { id: 'Santunan kematian karena kecelakaan kerja', en: 'Death benefit after a work accident' },
  '60',
  80,
  ['S12', 'S16'],
  'H',
);

/** The death benefit is never below the JKM lump sum of the same law. */
export const JKK_DEATH_FLOOR: Rule<Rupiah> = {
  id: 'JKK_DEATH_FLOOR',
  title: { id: 'Batas bawah santunan kematian JKK', en: 'Floor of the JKK death benefit' },
  unit: 'Rp',
  versions: JKM_DEATH.versions.map((version) => ({ ...version, sources: [], confidence: 'L' })),
  follows: JKM_DEATH,
};

/** Santunan berkala, paid at once, for permanent total disability or death. */
export const JKK_PERIODIC: Rule<{ readonly months: number; readonly monthly: Rupiah }> = {
  id: 'JKK_PERIODIC',
  title: { id: 'Santunan berkala yang dibayar sekaligus', en: 'Periodic benefit, paid at once' },
  unit: 'months × Rp',
  versions: [
    { ...annex44, sources: ['S04', 'S05', 'S06'], value: { months: 24, monthly: rupiah(200_000) } },
    { ...annex82, sources: ['S04', 'S05', 'S06'], value: { months: 24, monthly: rupiah(500_000) } },
  ],
};

/** Biaya pemakaman. */
export const JKK_FUNERAL: Rule<Rupiah> = {
  id: 'JKK_FUNERAL',
  title: { id: 'Biaya pemakaman', en: 'Funeral benefit' },
  unit: 'Rp',
  versions: [
    { ...annex44, sources: ['S04', 'S06'], value: rupiah(3_000_000) },
    { ...annex82, sources: ['S04', 'S06'], value: rupiah(10_000_000) },
  ],
};

/** One stretch of STMB: `months` at `share` percent of the wage; the last one has no end. */
export interface StmbBand {
  readonly months?: number;
  readonly share: string;
}

/** Santunan sementara tidak mampu bekerja. */
export const JKK_STMB: Rule<readonly StmbBand[]> = {
  id: 'JKK_STMB',
  title: { id: 'Santunan sementara tidak mampu bekerja (STMB)', en: 'Temporary incapacity benefit (STMB)' },
  unit: 'months at % of wage',
  versions: [
    {
      ...annex44,
      sources: ['S11'],
      value: [{ months: 6, share: '100' }, { months: 6, share: '75' }, { share: '50' }],
    },
    { ...annex82, sources: ['S04', 'S11', 'S12'], value: [{ months: 12, share: '100' }, { share: '50' }] },
  ],
};

export const TRANSPORT_MODES = ['LAND', 'SEA', 'AIR'] as const;

export type TransportMode = (typeof TRANSPORT_MODES)[number];

const transport = (mode: TransportMode, title: Bilingual, old: number, current: number): Rule<Rupiah> => ({
  id: `JKK_TRANSPORT_${mode}`,
  title,
  unit: 'Rp at most',
  versions: [
    { ...annex44, sources: ['S06'], value: rupiah(old) },
    { ...annex82, sources: ['S06'], value: rupiah(current) },
  ],
});

/** Biaya pengangkutan: each mode up to its own ceiling. */
export const JKK_TRANSPORT: Readonly<Record<TransportMode, Rule<Rupiah>>> = {
  LAND: transport(
    'LAND',
    { id: 'Biaya angkutan darat, sungai, atau danau', en: 'Transport by land, river or lake' },
    1_000_000,
    5_000_000,
  ),
  SEA: transport('SEA', { id: 'Biaya angkutan laut', en: 'Transport by sea' }, 1_500_000, 2_000_000),
  AIR: transport('AIR', { id: 'Biaya angkutan udara', en: 'Transport by air' }, 2_500_000, 10_000_000),
};

/** Perawatan dan pengobatan: what is medically needed, without a ceiling. */
export const JKK_MEDICAL: Rule<'NO_CEILING'> = {
  id: 'JKK_MEDICAL',
  title: { id: 'Biaya perawatan dan pengobatan', en: 'Medical care' },
  unit: 'actual cost',
  versions: [
    { ...annex44, sources: ['S03'], value: 'NO_CEILING' },
    { ...annex82, sources: ['S03', 'S12', 'S21'], value: 'NO_CEILING' },
  ],
};

export const REHAB_ITEMS = ['DENTURE', 'HEARING_AID', 'GLASSES', 'HOME_CARE'] as const;

export type RehabItem = (typeof REHAB_ITEMS)[number];

const rehab = (item: RehabItem, title: Bilingual, versions: readonly Version<Rupiah>[]): Rule<Rupiah> => ({
  id: `JKK_${item}`,
  title,
  unit: 'Rp at most',
  versions,
});

/** What is paid up to a ceiling; hearing aids, glasses and home care came with PP 82/2019. */
export const JKK_REHAB: Readonly<Record<RehabItem, Rule<Rupiah>>> = {
  DENTURE: rehab('DENTURE', { id: 'Gigi tiruan', en: 'Dentures' }, [
    { ...annex44, sources: [], confidence: 'H', value: rupiah(3_000_000) },
    { ...annex82, sources: ['S12'], value: rupiah(5_000_000) },
  ]),
  HEARING_AID: rehab('HEARING_AID', { id: 'Alat bantu dengar', en: 'Hearing aid' }, [
    { ...annex82, sources: ['S12'], value: rupiah(2_500_000) },
  ]),
  GLASSES: rehab('GLASSES', { id: 'Kacamata', en: 'Glasses' }, [
    { ...annex82, sources: ['S06'], value: rupiah(1_000_000) },
  ]),
  HOME_CARE: rehab(
    'HOME_CARE',
    { id: 'Perawatan di rumah, paling lama 1 tahun', en: 'Home care, for 1 year at most' },
    [{ ...annex82, sources: ['S03'], value: rupiah(20_000_000) }],
  ),
};

/** Alat bantu (orthosis) and alat ganti (prosthesis): percent of the reference price of the government centre. */
export const JKK_PROSTHESIS: Rule<string> = {
  id: 'JKK_PROSTHESIS',
  title: { id: 'Alat bantu atau alat ganti (orthosis/prothesis)', en: 'Orthosis or prosthesis' },
  unit: '% of the reference price',
  versions: [
    { ...annex44, sources: [], confidence: 'H', value: '140' },
    { ...annex82, sources: [], confidence: 'H', value: '140' },
  ],
};

/** Kedaluwarsa: years after the accident, or the diagnosis of an occupational disease, until the right lapses. */
export const JKK_EXPIRY: Rule<number> = {
  id: 'JKK_EXPIRY',
  title: { id: 'Kedaluwarsa hak JKK', en: 'Expiry of the right to JKK' },
  unit: 'years',
  versions: [
    { from: PP_44_FROM, law: PP_44, article: 'Art. 26', sources: ['S05', 'S13'], confidence: 'V', value: 2 },
    {
      from: EXPIRY_TRANSITION_FROM.value,
      law: PP_82,
      article: 'Art. 26; convention Q-4',
      sources: ['S05'],
      confidence: 'L',
      value: 5,
    },
    { from: PP_82_FROM, law: PP_82, article: 'Art. 26', sources: ['S05'], confidence: 'V', value: 5 },
  ],
};

/** What a work accident is (kecelakaan kerja): in the employment relation, on the way, or by the work environment. */
export const JKK_WORK_ACCIDENT: Rule<string> = {
  id: 'JKK_WORK_ACCIDENT',
  title: { id: 'Kecelakaan kerja', en: 'Work accident' },
  unit: '',
  versions: [
    { ...annex44, article: 'Art. 1', sources: ['S38'], value: 'EMPLOYMENT_RELATION_COMMUTE_OR_ENVIRONMENT' },
  ],
};

/** Dugaan kecelakaan kerja: days from stage I within which the case has to be concluded. */
export const JKK_SUSPECTED_DAYS: Rule<number> = {
  id: 'JKK_SUSPECTED_DAYS',
  title: { id: 'Penyimpulan dugaan kecelakaan kerja', en: 'Conclusion of a suspected work accident' },
  unit: 'days',
  versions: [
    {
      from: PP_49_2023_FROM.value,
      law: PP_49_2023,
      article: 'Art. 25A',
      sources: ['S17'],
      confidence: 'V',
      value: 30,
    },
  ],
};
