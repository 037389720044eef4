export const JKK_DECISIONS = {
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
} as const;

export type JkkDecision = keyof typeof JKK_DECISIONS;
