import { description } from '../kernel/convention.js';

export const PMI_BENEFITS = description(
  'Q-13',
  'Lump sums of migrant workers (Permenaker 4/2023)?',
  'From 2023-02-22 JKM is computed: Rp85,000,000 at work abroad (the split of Rp75,000,000 is not known), the ordinary benefits before and after it. Of JKK death abroad, permanent total and partial disability follow the tariff seen for 2017, care abroad and three aids the sums seen; the aid for a dismissal after an accident follows an older tariff. What was not seen is refused (PMI_AMOUNT_UNKNOWN), never guessed.',
);
