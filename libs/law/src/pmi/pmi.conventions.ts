import { description } from '../kernel/convention.js';

export const PMI_BENEFITS = description(
  'Q-13',
  'Lump sums of migrant workers (Permenaker 4/2023)?',
  'Not known; the engine refuses to compute benefits of PMI instead of guessing.',
);
