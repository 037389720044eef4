import type { Waiting } from './indicator.js';

/** What section 8 of the reference asks for and is not told yet, and why. */
export const WAITING: readonly Waiting[] = [
  {
    code: 'I-08',
    name: 'accident-frequency',
    title: { en: 'Frequency of work accidents', id: 'Frekuensi kecelakaan kerja' },
    reason: {
      en: 'It is measured by the mean of active participants over a year, which is not kept: each day is worked out when it is asked for.',
      id: 'Diukur dengan rata-rata peserta aktif setahun, yang tidak disimpan: setiap hari dihitung saat ditanyakan.',
    },
  },
  {
    code: 'I-16',
    name: 'appeals',
    title: { en: 'Appeals and reversals', id: 'Keberatan dan pembatalan keputusan' },
    reason: { en: 'There are no appeals in the system yet.', id: 'Keberatan belum ada dalam sistem.' },
  },
  {
    code: 'I-17',
    name: 'pending-by-party',
    title: { en: 'Pending claims by whose turn it is', id: 'Klaim tertunda menurut giliran' },
    reason: {
      en: 'Contracts tell when a claim is complete, held or decided, and not whose turn it is in between.',
      id: 'Kontrak menyebut kapan klaim lengkap, ditahan atau diputuskan, bukan giliran siapa di antaranya.',
    },
  },
  {
    code: 'I-19',
    name: 'employer-compliance',
    title: { en: 'Compliance of employers', id: 'Kepatuhan pemberi kerja' },
    reason: {
      en: 'A shortfall of wages is not found in the system yet; arrears are told.',
      id: 'Kekurangan upah belum ditemukan dalam sistem; tunggakan dilaporkan.',
    },
  },
  {
    code: 'I-20',
    name: 'sponsor-persistence',
    title: { en: 'Who stays after a sponsor', id: 'Yang bertahan setelah penyelenggara' },
    reason: {
      en: 'It needs the last list of each agreement, as it stood three months before; quotas are told.',
      id: 'Memerlukan daftar terakhir setiap perjanjian, menurut keadaan tiga bulan sebelumnya; kuota dilaporkan.',
    },
  },
  {
    code: 'I-21',
    name: 'error-rate',
    title: { en: 'Errors found in samples', id: 'Kesalahan dalam sampel' },
    reason: { en: 'No samples are drawn yet.', id: 'Sampel belum diambil.' },
  },
];
