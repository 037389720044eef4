import { type Rupiah, rupiah } from '#kernel';
import { PP_44, PP_44_FROM, PP_82, PP_82_FROM } from '../kernel/laws.js';
import type { Rule } from '../kernel/rule.js';
import { JKM_LIMITED_FROM } from './jkm.conventions.js';

const pp44 = {
  from: PP_44_FROM,
  law: PP_44,
  article: 'Art. 34',
  sources: ['S05', 'S06'],
  confidence: 'V',
} as const;

const pp82 = {
  from: PP_82_FROM,
  law: PP_82,
  article: 'Art. 34',
  sources: ['S04', 'S05', 'S06'],
  confidence: 'V',
} as const;

/** Santunan kematian. */
export const JKM_DEATH: Rule<Rupiah> = {
  id: 'JKM_DEATH',
  title: { id: 'Santunan kematian', en: 'Death benefit' },
  unit: 'Rp',
  versions: [
    { ...pp44, value: rupiah(16_200_000) },
    { ...pp82, value: rupiah(20_000_000) },
  ],
};

/** A periodic benefit that is paid at once: so many months of so much. */
export interface Instalments {
  readonly months: number;
  readonly monthly: Rupiah;
}

/** Santunan berkala, paid at once. Some news give 6,000,000 for the old law: that does not add up to 24,000,000. */
export const JKM_PERIODIC: Rule<Instalments> = {
  id: 'JKM_PERIODIC',
  title: { id: 'Santunan berkala yang dibayar sekaligus', en: 'Periodic benefit, paid at once' },
  unit: 'months × Rp',
  versions: [
    { ...pp44, value: { months: 24, monthly: rupiah(200_000) } },
    { ...pp82, value: { months: 24, monthly: rupiah(500_000) } },
  ],
};

/** Biaya pemakaman. */
export const JKM_FUNERAL: Rule<Rupiah> = {
  id: 'JKM_FUNERAL',
  title: { id: 'Biaya pemakaman', en: 'Funeral benefit' },
  unit: 'Rp',
  versions: [
    { ...pp44, value: rupiah(3_000_000) },
    { ...pp82, value: rupiah(10_000_000) },
  ],
};

/** What heirs of a BPU get, in total, when membership lasted less than three months. */
export const JKM_LIMITED: Rule<Rupiah> = {
  id: 'JKM_LIMITED_UNDER_3M',
  title: {
    id: 'Manfaat JKM untuk kepesertaan BPU di bawah 3 bulan',
    en: 'JKM benefit for a BPU under 3 months of membership',
  },
  unit: 'Rp',
  versions: [
    {
      from: JKM_LIMITED_FROM.value,
      law: 'Permenaker 5/2021',
      article: 'convention Q-2',
      sources: ['S07'],
      confidence: 'L',
      value: rupiah(10_000_000),
    },
  ],
};

/** Consecutive paid months below which the limited benefit applies. */
export const JKM_LIMITED_BELOW_MONTHS: Rule<number> = {
  id: 'JKM_LIMITED_BELOW_MONTHS',
  title: {
    id: 'Batas bulan iuran berturut-turut untuk manfaat penuh BPU',
    en: 'Consecutive paid months for the full benefit of a BPU',
  },
  unit: 'months',
  versions: [
    {
      from: JKM_LIMITED_FROM.value,
      law: 'Permenaker 5/2021',
      article: 'convention Q-2',
      sources: ['S07'],
      confidence: 'H',
      value: 3,
    },
  ],
};

/** Paid months (cumulative) after which a death that is no work accident gives scholarships. */
export const JKM_SCHOLARSHIP_MONTHS: Rule<number> = {
  id: 'JKM_SCHOLARSHIP_MONTHS',
  title: { id: 'Masa iuran untuk beasiswa pada JKM', en: 'Contribution months for a scholarship under JKM' },
  unit: 'months',
  versions: [
    { ...pp44, value: 60 },
    { ...pp82, value: 36 },
  ],
};
