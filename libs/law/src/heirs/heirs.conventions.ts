import { convention } from '../kernel/convention.js';

export const NO_HEIR = convention(
  'Q-9',
  'No heir at all: social security fund or Balai Harta Peninggalan?',
  'A person decides.',
  'MANUAL_REVIEW',
);
