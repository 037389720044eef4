import { convention } from '../kernel/convention.js';

export const NO_HEIR = convention(
  'Q-9',
  {
    id: 'Tanpa ahli waris sama sekali: dana jaminan sosial atau Balai Harta Peninggalan?',
    en: 'No heir at all: social security fund or Balai Harta Peninggalan?',
  },
  { id: 'Petugas memutuskan.', en: 'A person decides.' },
  'MANUAL_REVIEW',
);
