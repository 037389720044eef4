import { description } from '../kernel/convention.js';

export const CONTRIBUTION_ROUNDING = description(
  'R-2',
  'How are contributions rounded?',
  'As R-1, per programme and per person.',
);
