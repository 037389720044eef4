import { convention, description } from '../kernel/convention.js';

export const CONTRIBUTION_ROUNDING = description(
  'R-2',
  'How are contributions rounded?',
  'As R-1, per programme and per person.',
);

export const RELIEF_FINE = convention(
  'Q-23',
  'Which fine is on a late month of the relief for labour-intensive industry (PP 7/2025 Art. 7)?',
  '0.5 % a month when it is paid by 2026-06-30; after that the ordinary fine.',
  '0.5',
  'M',
);
