import { description } from '../kernel/convention.js';

export const PMI_BENEFITS = description(
  'Q-13',
  'Lump sums of migrant workers (Permenaker 4/2023)?',
  'JKM is computed from 2023-02-22: Rp85,000,000 at work abroad (the split of Rp75,000,000 is not known), the ordinary benefits before and after it. What JKK gives is not computed instead of guessed.',
);
