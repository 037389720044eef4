import { type Rupiah, rupiah } from '#kernel';
import { PERMENAKER_1_2025_FROM } from '../kernel/conventions.js';
import { PP_44, PP_44_FROM, PP_82, PP_82_FROM } from '../kernel/laws.js';
import type { Rule } from '../kernel/rule.js';
import { JKM_LIMITED_FROM, JKM_SEVERAL_BEFORE } from './jkm.conventions.js';

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
      law: 'Permenaker 1/2025',
      article: 'Art. 97A(2); convention Q-2',
      sources: ['S07', 'S62'],
      confidence: 'M',
      value: rupiah(10_000_000),
    },
  ],
};

/** Months of membership below which the limited benefit applies; what they count is convention Q-2b. */
export const JKM_LIMITED_BELOW_MONTHS: Rule<number> = {
  id: 'JKM_LIMITED_BELOW_MONTHS',
  title: {
    id: 'Batas bulan kepesertaan untuk manfaat penuh BPU',
    en: 'Months of membership for the full benefit of a BPU',
  },
  unit: 'months',
  versions: [
    {
      from: JKM_LIMITED_FROM.value,
      law: 'Permenaker 1/2025',
      article: 'Art. 97A(2); convention Q-2',
      sources: ['S07', 'S62'],
      confidence: 'M',
      value: 3,
    },
  ],
};

/** The benefits that each registration of a wage earner gives; the others come once. */
export const JKM_SEVERAL_EMPLOYERS: Rule<readonly string[]> = {
  id: 'JKM_SEVERAL_EMPLOYERS',
  title: {
    id: 'Manfaat JKM dari setiap pemberi kerja',
    en: 'Benefits of JKM from each of several employers',
  },
  unit: 'given by each registration',
  versions: [
    {
      from: PP_44_FROM,
      law: PP_44,
      article: 'convention Q-7',
      sources: ['S63'],
      confidence: JKM_SEVERAL_BEFORE.confidence,
      value: [JKM_DEATH.id, JKM_PERIODIC.id, JKM_FUNERAL.id],
    },
    {
      from: PERMENAKER_1_2025_FROM.value,
      law: 'Permenaker 1/2025',
      article: 'Art. 101',
      sources: ['S63'],
      confidence: 'V',
      value: [JKM_DEATH.id, JKM_PERIODIC.id],
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
