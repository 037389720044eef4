import { description } from '../kernel/convention.js';

export const JP_LIMITS_KNOWN = description(
  'Q-8',
  'Which floor and ceiling hold for JP in a given year?',
  'Only the values of 2015 are filled in (`JP_LIMITS`); a request may name the values of its year.',
);
