import { localDate } from '#kernel';
import type { Workforce } from './workforce.js';

const REPORTED = 'Kabupaten Bekasi, article 000 of 2025-05-16';

/**
 * How many people work where, as it was published. A figure is never changed: a newer one is a line of its own. Kabupaten Bekasi has the
 * code 3216.
 */
export const WORKFORCES: readonly Workforce[] = [
  {
    area: '3216',
    year: 2025,
    kind: 'WORKFORCE',
    persons: 2_200_000,
    source: REPORTED,
    publishedOn: localDate('2025-05-16'),
  },
  {
    area: '3216',
    year: 2025,
    kind: 'WAGE_EARNERS',
    persons: 1_500_000,
    source: REPORTED,
    publishedOn: localDate('2025-05-16'),
  },
  {
    area: '3216',
    year: 2025,
    kind: 'WITH_SOCIAL_SECURITY',
    persons: 500_000,
    source: `${REPORTED}, rounded`,
    publishedOn: localDate('2025-05-16'),
  },
];
