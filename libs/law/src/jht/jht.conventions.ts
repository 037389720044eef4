import { convention } from '../kernel/convention.js';

export const DAYS_AFTER_WAIT = convention(
  'E-5',
  {
    id: 'Pada hari apa masa tunggu satu bulan berakhir?',
    en: 'On which day does a waiting period of one month end?',
  },
  {
    id: 'Pada tanggal yang sama bulan berikutnya; klaim dapat diajukan sekian hari sesudahnya.',
    en: 'On the same day of the next month; a claim is possible so many days after.',
  },
  1,
);
