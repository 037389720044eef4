import { convention } from '../kernel/convention.js';

export const BPU_BAND_LOOKUP = convention<'BAND_BELOW' | 'BAND_ABOVE'>(
  'R-6',
  {
    id: 'Golongan mana yang memuat penghasilan di celah antara rentang yang tercetak (1.099.001 sampai 1.099.999)?',
    en: 'Which band holds an income in a gap between the printed ranges (1,099,001 to 1,099,999)?',
  },
  {
    id: 'Golongan terakhir yang batas bawahnya tidak melebihi penghasilan itu.',
    en: 'The last band whose lower bound is not above the income.',
  },
  'BAND_BELOW',
);
