import { convention, description } from '../kernel/convention.js';

export const JP_LIMITS_KNOWN = description(
  'Q-8',
  'Which floor and ceiling hold for JP in a given year?',
  'Those of `JP_LIMITS`, by the day the pension starts; what was not seen is derived with the inflation of the year before and carries its confidence. A request may name its own values.',
);

export const JP_DISABILITY_COUNTS_FULL = convention(
  'Q-20',
  'JP: does a disability under 15 years count 15 years? Is the retirement age tested on the day it was reached?',
  'Yes, as for survivors; yes, a right once reached stays.',
  true,
  'H',
);
