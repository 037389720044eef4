import { convention, description } from '../kernel/convention.js';

export const JP_LIMITS_KNOWN = description(
  'Q-8',
  {
    id: 'Batas bawah dan batas atas JP mana yang berlaku pada suatu tahun?',
    en: 'Which floor and ceiling hold for JP in a given year?',
  },
  {
    id: 'Yang tertulis dalam `JP_LIMITS`, menurut hari mulai pensiun; yang belum dilihat diturunkan dengan inflasi tahun sebelumnya dan membawa tingkat keyakinannya. Permintaan boleh menyebut nilainya sendiri.',
    en: 'Those of `JP_LIMITS`, by the day the pension starts; what was not seen is derived with the inflation of the year before and carries its confidence. A request may name its own values.',
  },
);

export const JP_DISABILITY_COUNTS_FULL = convention(
  'Q-20',
  {
    id: 'JP: apakah cacat di bawah 15 tahun dihitung 15 tahun? Apakah usia pensiun diuji pada hari dicapainya?',
    en: 'JP: does a disability under 15 years count 15 years? Is the retirement age tested on the day it was reached?',
  },
  {
    id: 'Ya, seperti ahli waris; ya, hak yang sudah dicapai tetap ada.',
    en: 'Yes, as for survivors; yes, a right once reached stays.',
  },
  true,
  'H',
);
