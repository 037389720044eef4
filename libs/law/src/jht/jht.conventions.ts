import { convention } from '../kernel/convention.js';

export const DAYS_AFTER_WAIT = convention(
  'E-5',
  'On which day does a waiting period of one month end?',
  'On the same day of the next month; a claim is possible so many days after.',
  1,
);
