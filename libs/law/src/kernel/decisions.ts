import type { Bilingual } from './rule.js';

/** What a calculator decides without a component to explain it. A refusal explains itself in its component. */
const WORDS = {
  ACTIVE: { id: 'kepesertaan aktif', en: 'membership is active' },
  NOT_EXPIRED: { id: 'hak belum gugur', en: 'the right has not lapsed' },
  CARE_GUARANTEED: {
    id: 'perawatan dijamin sampai kasus disimpulkan',
    en: 'care is guaranteed until the case is concluded',
  },
  NOT_GUARANTEED: {
    id: 'hukum pada hari itu tidak menjamin perawatan sebelum kasus disimpulkan',
    en: 'the law of that day did not guarantee care before the case is concluded',
  },
  CONCLUDED_WORK_ACCIDENT: {
    id: 'disimpulkan sebagai kecelakaan kerja',
    en: 'concluded to be a work accident',
  },
  WORK_ACCIDENT: { id: 'kecelakaan kerja', en: 'a work accident' },
  ON_TIME: { id: 'dilaporkan tepat waktu', en: 'reported in time' },
  LATE_WITHOUT_EFFECT: {
    id: 'laporan terlambat, tanpa akibat bagi manfaat',
    en: 'reported late, without effect on the benefit',
  },
  NO_FINE: { id: 'tidak ada pemberi kerja yang didenda', en: 'there is no employer to fine' },
  NO_COMPENSATION: {
    id: 'program ini tidak mengenal ganti rugi keterlambatan',
    en: 'this programme knows no compensation for late payment',
  },
  ELIGIBLE_FOR_LOAN: {
    id: 'bank boleh memberi pinjaman; ini bukan manfaat',
    en: 'a bank may lend; this is not a benefit',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type Decision = keyof typeof WORDS | `HEIR_CLASS_${number}`;

/** A decision in words; nothing for one that its component or its memo explains. */
export function decisionWords(decision: string): Bilingual | undefined {
  return Object.hasOwn(WORDS, decision) ? WORDS[decision as keyof typeof WORDS] : undefined;
}
