import { description } from '../kernel/convention.js';

export const JKK_AND_JKM_AS_JKP = description(
  'Q-18',
  {
    id: 'Tunggakan PU untuk JKK dan JKM: bunyi PP 44/2015 Pasal 28-30, dan waktu penggantian? JKM bagi pekerja yang tidak pernah didaftarkan?',
    en: 'PU arrears for JKK and JKM: the text of PP 44/2015 Art. 28-30, and the time for a reimbursement? JKM of a worker never registered?',
  },
  {
    id: 'Seperti JKP dalam PP 6/2025 Pasal 39: lebih dari tiga bulan berturut-turut, diminta dalam 3 bulan sesudah membayar, dibayar dalam 7 hari kerja. JKM bagi pekerja yang tidak pernah didaftarkan terutang seperti JKK.',
    en: 'As JKP in PP 6/2025 Art. 39: more than three months in a row, asked for within 3 months of paying, paid within 7 working days. A JKM of a worker never registered is owed like a JKK.',
  },
  'H',
);

export const SHORTFALL_IS_NOT_ADVANCED = description(
  'Q-19',
  {
    id: 'Kekurangan karena upah: apakah BPJS pernah menalangi selisihnya?',
    en: 'Wage shortfall: does BPJS ever advance the difference?',
  },
  { id: 'Tidak; pemberi kerja yang berutang.', en: 'No; the employer owes it.' },
);
