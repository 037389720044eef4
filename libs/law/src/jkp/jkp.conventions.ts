import { description } from '../kernel/convention.js';

export const JKP_RUNNING_CLAIMS = description(
  'Q-11c',
  'Which law holds for JKP claims running on 2025-02-07?',
  'That of the day of termination.',
  'L',
);
