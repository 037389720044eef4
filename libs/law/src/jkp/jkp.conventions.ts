import { convention, description } from '../kernel/convention.js';

export const JKP_RUNNING_CLAIMS = description(
  'Q-11c',
  {
    id: 'Hukum mana yang berlaku bagi klaim JKP yang sedang berjalan pada 2025-02-07?',
    en: 'Which law holds for JKP claims running on 2025-02-07?',
  },
  { id: 'Hukum pada hari pemutusan hubungan kerja.', en: 'That of the day of termination.' },
  'L',
);

export const JKP_NEVER_REGISTERED = convention(
  'E-14',
  {
    id: 'JKP bagi pekerja yang tidak pernah didaftarkan: apakah pemberi kerja berutang manfaatnya?',
    en: 'JKP of a worker who was never registered: does the employer owe the cash?',
  },
  {
    id: 'Ya, seperti JKK (PP 44/2015 Pasal 27): uang tunai menurut upah sebenarnya, tanpa penggantian. Syarat iuran tidak ditanyakan; syarat lainnya ya. Tidak ada peraturan yang terlihat menyebut JKP.',
    en: 'Yes, as of JKK (PP 44/2015 Art. 27): the cash at the actual wage, not paid back. Contributions are not asked for; whatever else JKP needs is. No law was seen that names JKP.',
  },
  true,
);

export const JKP_CLAIMS_BEFORE_THE_FIRST_DAY = description(
  'E-17',
  {
    id: 'Batas waktu klaim JKP yang sudah lewat sebelum klaim dapat diajukan (2022-02-01): apakah diperpanjang?',
    en: 'The time to claim JKP that was over before claims were taken (2022-02-01): is it longer then?',
  },
  {
    id: 'Tidak: PHK sampai 2021-10-31 tidak pernah dapat diklaim. Tidak ada peraturan peralihan yang terlihat.',
    en: 'No: a termination up to 2021-10-31 could never be claimed. No transition was seen.',
  },
);
