import { localDate } from '#kernel';
import { convention } from './convention.js';

export const ROUNDING = convention<'HALF_UP' | 'DOWN'>(
  'R-1',
  'How are amounts rounded?',
  'Exact fractions, rounded half up to whole rupiah once per component; the wage factor is never rounded.',
  'HALF_UP',
);

export const SAME_DAY_INCLUDED = convention(
  'R-8',
  'When does a term of years end?',
  'On the same calendar day n years later, that day included; 29 February ends on 28 February.',
  true,
);

export const PP_49_2023_FROM = convention(
  'Q-11a',
  'From which day is PP 49/2023 in force?',
  'The first of its month, 2023-10-01.',
  localDate('2023-10-01'),
  'L',
);

export const PERMENAKER_1_2025_FROM = convention(
  'Q-11b',
  'From which day is Permenaker 1/2025 in force?',
  'The day of its promulgation, 2025-02-24.',
  localDate('2025-02-24'),
  'H',
);

export const PERIOD_LAW = convention<'LAST_DAY' | 'FIRST_DAY'>(
  'E-4',
  'A law starts within a month. Which law governs the contribution of that month, and the fine on it?',
  'The law in force on the last day of the month.',
  'LAST_DAY',
);
