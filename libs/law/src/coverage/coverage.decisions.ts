export const COVERAGE_DECISIONS = {
  ACTIVE: { id: 'kepesertaan aktif', en: 'membership is active' },
} as const;

export type CoverageDecision = keyof typeof COVERAGE_DECISIONS;
