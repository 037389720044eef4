export const MLT_DECISIONS = {
  ELIGIBLE_FOR_LOAN: {
    id: 'bank boleh memberi pinjaman; ini bukan manfaat',
    en: 'a bank may lend; this is not a benefit',
  },
} as const;

export type MltDecision = keyof typeof MLT_DECISIONS;
