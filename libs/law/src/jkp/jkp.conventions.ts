import { description } from '../kernel/convention.js';

export const JKP_RUNNING_CLAIMS = description(
  'Q-11c',
  {
    id: 'Hukum mana yang berlaku bagi klaim JKP yang sedang berjalan pada 2025-02-07?',
    en: 'Which law holds for JKP claims running on 2025-02-07?',
  },
  { id: 'Hukum pada hari pemutusan hubungan kerja.', en: 'That of the day of termination.' },
  'L',
);
