import { localDate } from '#kernel';
import { convention, description } from '../kernel/convention.js';

export const JKM_LIMITED_FROM = convention(
  'Q-2',
  'How are the Rp10,000,000 of a BPU under three months booked, and since when?',
  'One component, for deaths from 2021-04-01.',
  localDate('2021-04-01'),
  'L',
);

export const JKM_SEVERAL_EMPLOYERS = description(
  'Q-7',
  'JKM with several employers (Permenaker 1/2025)?',
  'One JKM payment.',
);

export const JKM_LIMITED_IS_WHOLE = convention(
  'E-1',
  'Does the BPU under three months also give scholarships?',
  'No: Rp10,000,000 "in total".',
  true,
  'L',
);
