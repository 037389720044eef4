export const SERVICE_DECISIONS = {
  NO_COMPENSATION: {
    id: 'program ini tidak mengenal ganti rugi keterlambatan',
    en: 'this programme knows no compensation for late payment',
  },
} as const;

export type ServiceDecision = keyof typeof SERVICE_DECISIONS;
