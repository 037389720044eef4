import { localDate } from '#kernel';
import { convention } from './convention.js';

export const ROUNDING = convention<'HALF_UP' | 'DOWN'>(
  'R-1',
  { id: 'Bagaimana jumlah dibulatkan?', en: 'How are amounts rounded?' },
  {
    id: 'Pecahan tepat, dibulatkan setengah ke atas ke rupiah penuh satu kali per komponen; faktor upah tidak pernah dibulatkan.',
    en: 'Exact fractions, rounded half up to whole rupiah once per component; the wage factor is never rounded.',
  },
  'HALF_UP',
);

export const SAME_DAY_INCLUDED = convention(
  'R-8',
  { id: 'Kapan jangka waktu tahunan berakhir?', en: 'When does a term of years end?' },
  {
    id: 'Pada tanggal kalender yang sama n tahun kemudian, hari itu termasuk; 29 Februari berakhir pada 28 Februari.',
    en: 'On the same calendar day n years later, that day included; 29 February ends on 28 February.',
  },
  true,
);

export const PP_49_2023_FROM = convention(
  'Q-11a',
  { id: 'Sejak hari apa PP 49/2023 berlaku?', en: 'From which day is PP 49/2023 in force?' },
  { id: 'Hari pertama bulannya, 2023-10-01.', en: 'The first of its month, 2023-10-01.' },
  localDate('2023-10-01'),
  'L',
);

export const PERMENAKER_1_2025_FROM = convention(
  'Q-11b',
  { id: 'Sejak hari apa Permenaker 1/2025 berlaku?', en: 'From which day is Permenaker 1/2025 in force?' },
  { id: 'Hari pengundangannya, 2025-02-24.', en: 'The day of its promulgation, 2025-02-24.' },
  localDate('2025-02-24'),
  'H',
);

export const PERIOD_LAW = convention<'LAST_DAY' | 'FIRST_DAY'>(
  'E-4',
  {
    id: 'Suatu peraturan mulai berlaku di tengah bulan. Hukum mana yang mengatur iuran bulan itu dan dendanya?',
    en: 'A law starts within a month. Which law governs the contribution of that month, and the fine on it?',
  },
  {
    id: 'Hukum yang berlaku pada hari terakhir bulan itu.',
    en: 'The law in force on the last day of the month.',
  },
  'LAST_DAY',
);
