import { type Rupiah, rupiah } from '#kernel';
import { PERMENAKER_4_2023_FROM } from '../kernel/laws.js';
import type { Rule } from '../kernel/rule.js';

/** What a migrant worker pays, in whole rupiah. */
export interface PmiTariff {
  readonly before: Rupiah;
  /** Cover during and after placement, by contract months. */
  readonly duringAfter: Readonly<Record<string, Rupiah>>;
  readonly extraMonth: Rupiah;
  readonly jhtLeast: Rupiah;
  readonly jhtMost: Rupiah;
}

/** Pekerja migran Indonesia. */
export const PMI_TARIFF: Rule<PmiTariff> = {
  id: 'PMI_TARIFF',
  title: { id: 'Iuran pekerja migran Indonesia', en: 'Contributions of migrant workers' },
  unit: 'Rp',
  versions: [
    {
      from: PERMENAKER_4_2023_FROM,
      law: 'Permenaker 4/2023',
      article: 'article not seen',
      sources: ['S20', 'S23'],
      confidence: 'V',
      value: {
        before: rupiah(37_500),
        duringAfter: { 6: rupiah(108_000), 12: rupiah(189_000), 24: rupiah(332_500) },
        extraMonth: rupiah(13_500),
        jhtLeast: rupiah(50_000),
        jhtMost: rupiah(600_000),
      },
    },
  ],
};

/** Before, during or after the work abroad. */
export const PMI_PHASES = ['BEFORE', 'DURING', 'AFTER'] as const;

export type PmiPhase = (typeof PMI_PHASES)[number];

const deathAbroad = {
  from: PERMENAKER_4_2023_FROM,
  law: 'Permenaker 4/2023',
  article: 'article not seen',
  sources: ['S64'],
  confidence: 'V',
} as const;

/** Death and periodic benefit of a migrant worker who died at work abroad, whatever the cause; their split was not seen. */
export const PMI_DEATH_DURING: Rule<Rupiah> = {
  id: 'JKM_PMI_DEATH_AND_PERIODIC',
  title: {
    id: 'Santunan kematian dan berkala pekerja migran selama bekerja',
    en: 'Death and periodic benefit of a migrant worker at work abroad',
  },
  unit: 'Rp',
  versions: [{ ...deathAbroad, value: rupiah(75_000_000) }],
};

export const PMI_FUNERAL: Rule<Rupiah> = {
  id: 'JKM_PMI_FUNERAL',
  title: { id: 'Biaya pemakaman pekerja migran', en: 'Funeral of a migrant worker' },
  unit: 'Rp',
  versions: [{ ...deathAbroad, value: rupiah(10_000_000) }],
};
