import { type LocalDate, localDate } from '#kernel';
import { PP_36_2025_FROM } from '../kernel/laws.js';
import type { Bilingual } from '../kernel/provision.js';
import { duringMonths, type Rule, type Version } from '../kernel/rule.js';
import { RELIEF_FINE } from './contribution.conventions.js';

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
