import { addDays, type Rupiah, rupiah } from '#kernel';
import { PERMENAKER_1_2025_FROM } from '../kernel/conventions.js';
import { PP_44, PP_44_FROM, PP_82, PP_82_FROM } from '../kernel/laws.js';
import type { Rule } from '../kernel/rule.js';

/** School levels in the order a child passes them; PT stands for higher education or training. */
export const LEVELS = ['TK', 'SD', 'SMP', 'SMA', 'PT'] as const;

export type Level = (typeof LEVELS)[number];

/** What one school level gives. */
export interface LevelGrant {
  readonly perYear: Rupiah;
  readonly maxYears: number;
}

const annex = {
  from: PP_82_FROM,
  law: PP_82,
  article: 'Annex III',
  sources: ['S06', 'S08'],
  confidence: 'V',
} as const;

const level = (code: Level, id: string, en: string, perYear: number, maxYears: number): Rule<LevelGrant> => ({
  id: `SCHOLARSHIP_${code}`,
  title: { id: `Beasiswa ${id}`, en: `Scholarship, ${en}` },
  unit: 'Rp a year, years at most',
  versions: [{ ...annex, value: { perYear: rupiah(perYear), maxYears } }],
});

/** Beasiswa pendidikan anak from PP 82/2019, by level. */
export const SCHOLARSHIP_LEVELS: Readonly<Record<Level, Rule<LevelGrant>>> = {
  TK: level('TK', 'TK', 'kindergarten', 1_500_000, 2),
  SD: level('SD', 'SD', 'primary school', 1_500_000, 6),
  SMP: level('SMP', 'SMP', 'lower secondary school', 2_000_000, 3),
  SMA: level('SMA', 'SMA', 'upper secondary school', 3_000_000, 3),
  PT: level('PT', 'perguruan tinggi atau pelatihan', 'higher education or training', 12_000_000, 5),
};

/** Beasiswa of PP 44/2015: one child, once. */
export const SCHOLARSHIP_ONCE: Rule<Rupiah> = {
  id: 'SCHOLARSHIP',
  title: { id: 'Beasiswa untuk satu anak, satu kali', en: 'Scholarship for one child, once' },
  unit: 'Rp',
  versions: [
    {
      from: PP_44_FROM,
      until: addDays(PP_82_FROM, -1),
      law: PP_44,
      article: 'Annex III',
      sources: ['S04', 'S47'],
      confidence: 'V',
      value: rupiah(12_000_000),
    },
  ],
};

export const SCHOLARSHIP_CHILDREN: Rule<number> = {
  id: 'SCHOLARSHIP_CHILDREN',
  title: { id: 'Jumlah anak penerima beasiswa', en: 'Children with a scholarship' },
  unit: 'children at most',
  versions: [
    {
      from: PP_44_FROM,
      law: PP_44,
      article: 'Annex III',
      sources: ['S04', 'S47'],
      confidence: 'V',
      value: 1,
    },
    { ...annex, sources: ['S09', 'S39'], value: 2 },
  ],
};

/** The right ends when the child turns this age. */
export const SCHOLARSHIP_END_AGE: Rule<number> = {
  id: 'SCHOLARSHIP_END_AGE',
  title: { id: 'Usia berakhirnya beasiswa', en: 'Age at which the scholarship ends' },
  unit: 'years',
  versions: [
    { from: PP_44_FROM, law: PP_44, article: 'Annex III', sources: ['S08'], confidence: 'H', value: 23 },
    { ...annex, sources: ['S08'], value: 23 },
  ],
};

/** Working children who may keep the right, still at school: consecutive months of work as a PU. */
export const SCHOLARSHIP_PU_WORK_MONTHS: Rule<number> = {
  id: 'SCHOLARSHIP_PU_WORK_MONTHS',
  title: {
    id: 'Bulan kerja sebagai PU yang tidak mengakhiri beasiswa',
    en: 'Months of work as a PU that do not end the scholarship',
  },
  unit: 'consecutive months',
  versions: [
    {
      from: PERMENAKER_1_2025_FROM.value,
      law: 'Permenaker 1/2025',
      article: 'Art. 103(3a)',
      sources: ['S09'],
      confidence: 'V',
      value: 6,
    },
  ],
};
