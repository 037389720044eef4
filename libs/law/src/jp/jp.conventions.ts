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

export const JP_CHOSEN_START = description(
  'E-12',
  {
    id: 'Masih bekerja saat mencapai usia pensiun dan memilih dibayar saat berhenti: sejak hari mana, menurut batas bawah dan atas hari mana?',
    en: 'One who still works at the retirement age chooses to be paid on leaving: from which day, by the floor and ceiling of which day?',
  },
  {
    id: 'Sejak hari berhenti bekerja, paling lambat 3 tahun sesudah usia pensiun dicapai (hari itu termasuk), menurut batas hari itu, juga bila klaimnya kemudian. Tanpa pilihan itu hari klaim yang menentukan.',
    en: 'From the day of leaving, 3 years after the age was reached at the latest (that day included), by the limits of that day, also when the claim comes later. Without the choice the day of the claim decides.',
  },
);

export const JP_INDEXATION_STATED = description(
  'E-13',
  {
    id: 'Indeksasi pensiun: dengan inflasi yang mana dan sejak hari mana?',
    en: 'The indexation of a pension: by which inflation, and from which day?',
  },
  {
    id: 'Inflasi tahun sebelumnya dan hari berlakunya disebut dalam permintaan; paling awal satu tahun sesudah pensiun dimulai. Hasilnya berada di antara batas bawah dan batas atas hari itu.',
    en: 'The request states the inflation of the year before and the day; one year after the pension began at the earliest. What comes out lies between the floor and the ceiling of that day.',
  },
);
