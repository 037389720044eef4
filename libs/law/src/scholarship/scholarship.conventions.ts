import { convention, description } from '../kernel/convention.js';

export const SCHOLARSHIP_BACK_YEARS = description(
  'Q-10',
  'Scholarship: back years, replacement child, unborn child?',
  'Back years are payable when the child did study; no replacement and no unborn child.',
);

export const FIRST_TWO_CHILDREN = description(
  'E-3',
  'More than two children are named. Which two?',
  'The first two, as registered by the member.',
  'H',
);

export const SCHOOL_YEAR_BEGINS = convention(
  'E-6',
  'On which day does a school year begin, when the years still ahead of a child are counted?',
  'On 1 July (month and day).',
  '07-01',
);
