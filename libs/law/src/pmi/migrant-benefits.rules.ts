import { type Rupiah, rupiah } from '#kernel';
import { PERMENAKER_4_2023_FROM } from '../kernel/laws.js';
import type { Bilingual, Confidence } from '../kernel/provision.js';
import type { Rule } from '../kernel/rule.js';

const sum = (
  id: string,
  title: Bilingual,
  value: number,
  [sources, confidence]: readonly [readonly string[], Confidence],
  unit = 'Rp',
): Rule<Rupiah> => ({
  id,
  title,
  unit,
  versions: [
    {
      from: PERMENAKER_4_2023_FROM,
      law: 'Permenaker 4/2023',
      article: 'article not seen',
      sources,
      confidence,
      value: rupiah(value),
    },
  ],
});

/** Seen as the tariff of 2017, and taken to hold on: one sum, whose split was not seen. */
export const PMI_ACCIDENT_DEATH = sum(
  'JKK_PMI_DEATH',
  {
    id: 'Santunan kematian karena kecelakaan kerja pekerja migran selama bekerja',
    en: 'Death of a migrant worker by a work accident abroad',
  },
  85_000_000,
  [['S51'], 'H'],
);

/** The tariff of 2017. */
export const PMI_TOTAL_PERMANENT = sum(
  'JKK_PMI_TOTAL_PERMANENT',
  { id: 'Santunan cacat total tetap pekerja migran', en: 'Permanent total disability of a migrant worker' },
  100_000_000,
  [['S51'], 'M'],
);

/** The tariff of 2017: of this sum the percentage of the disability table. */
export const PMI_PARTIAL = sum(
  'JKK_PMI_PARTIAL',
  {
    id: 'Jumlah yang dikalikan persentase cacat sebagian pekerja migran',
    en: 'Sum of which a partial disability of a migrant worker is a percentage',
  },
  142_000_000,
  [['S51'], 'M'],
);

/** Local insurance comes first. */
export const PMI_CARE_ABROAD = sum(
  'JKK_PMI_CARE_ABROAD',
  { id: 'Perawatan pekerja migran di luar negeri', en: 'Care of a migrant worker abroad' },
  50_000_000,
  [['S20'], 'V'],
  'Rp at most for one case',
);

export const PMI_FAILED_DEPARTURE = sum(
  'PMI_FAILED_DEPARTURE',
  { id: 'Bantuan gagal berangkat', en: 'Aid for a departure that failed' },
  10_000_000,
  [['S64'], 'V'],
);

export const PMI_LOSS_ON_WAY_HOME = sum(
  'PMI_LOSS_ON_WAY_HOME',
  {
    id: 'Bantuan kehilangan akibat tindakan pihak lain dalam perjalanan pulang',
    en: 'Aid for a loss by others on the way home',
  },
  10_000_000,
  [['S64'], 'V'],
  'Rp at most',
);

export const PMI_RAPE = sum(
  'PMI_RAPE',
  { id: 'Bantuan korban pemerkosaan', en: 'Aid for a rape that is proved' },
  50_000_000,
  [['S64'], 'V'],
);

/** So many months worked or more, and what is paid then. */
export interface DismissalBand {
  readonly months: number;
  readonly amount: Rupiah;
}

export interface DismissalAid {
  readonly bands: readonly DismissalBand[];
  /** From so many months worked on the sum was not seen. */
  readonly unknownFrom: number;
}

/** After a work accident that did not kill, by the months worked; an older tariff, taken to hold on. */
export const PMI_DISMISSAL: Rule<DismissalAid> = {
  id: 'PMI_DISMISSAL_AFTER_ACCIDENT',
  title: {
    id: 'Bantuan pemutusan hubungan kerja akibat kecelakaan kerja',
    en: 'Aid for a dismissal after a work accident',
  },
  unit: 'Rp by months worked',
  versions: [
    {
      from: PERMENAKER_4_2023_FROM,
      law: 'Permenaker 4/2023',
      article: 'Art. 34',
      sources: ['S64'],
      confidence: 'M',
      value: {
        bands: [
          { months: 3, amount: rupiah(2_000_000) },
          { months: 6, amount: rupiah(3_000_000) },
          { months: 12, amount: rupiah(4_000_000) },
        ],
        unknownFrom: 18,
      },
    },
  ],
};
