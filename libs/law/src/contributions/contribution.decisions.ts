export const CONTRIBUTION_DECISIONS = {
  NO_FINE: { id: 'tidak ada pemberi kerja yang didenda', en: 'there is no employer to fine' },
} as const;

export type ContributionDecision = keyof typeof CONTRIBUTION_DECISIONS;
