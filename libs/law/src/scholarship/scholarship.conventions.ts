import { convention, description } from '../kernel/convention.js';

export const SCHOLARSHIP_BACK_YEARS = description(
  'Q-10',
  {
    id: 'Beasiswa: tahun yang terlewat, anak pengganti, anak dalam kandungan?',
    en: 'Scholarship: back years, replacement child, unborn child?',
  },
  {
    id: 'Tahun yang terlewat dibayar bila anak memang bersekolah; tidak ada anak pengganti dan tidak untuk anak dalam kandungan.',
    en: 'Back years are payable when the child did study; no replacement and no unborn child.',
  },
);

export const FIRST_TWO_CHILDREN = description(
  'E-3',
  { id: 'Lebih dari dua anak disebut. Dua yang mana?', en: 'More than two children are named. Which two?' },
  {
    id: 'Dua yang pertama, sebagaimana didaftarkan peserta.',
    en: 'The first two, as registered by the member.',
  },
  'H',
);

export const SCHOOL_YEAR_BEGINS = convention(
  'E-6',
  {
    id: 'Pada hari apa tahun ajaran dimulai, bila tahun sekolah yang masih di depan anak dihitung?',
    en: 'On which day does a school year begin, when the years still ahead of a child are counted?',
  },
  { id: 'Pada 1 Juli (bulan dan hari).', en: 'On 1 July (month and day).' },
  '07-01',
);

export const FULL_AGE = convention(
  'E-16',
  {
    id: 'Kepada siapa beasiswa dibayar?',
    en: 'To whom is a scholarship paid?',
  },
  {
    id: 'Sejak usia ini kepada anak sendiri; sebelumnya kepada orang tua yang masih hidup, lalu wali menurut penetapan pengadilan, lalu wali menurut surat kelurahan atau desa. Bila dua orang yang setingkat meminta, tahun itu tetap terbuka.',
    en: 'From this age on to the child itself; before it to the surviving parent, then a guardian by court, then one by a letter of the village. While two of one rank claim it the year stays open.',
  },
  18,
);
