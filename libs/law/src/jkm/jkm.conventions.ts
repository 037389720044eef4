import { convention, description } from '../kernel/convention.js';
import { PERMENAKER_1_2025_FROM } from '../kernel/conventions.js';

export const JKM_LIMITED_FROM = convention(
  'Q-2',
  'How are the Rp10,000,000 of a BPU under three months booked, and since when?',
  'One component, for deaths from the day of Permenaker 1/2025 (Art. 97A(2)), 2025-02-24.',
  PERMENAKER_1_2025_FROM.value,
  'M',
);

export const UNDER_3M_COUNTS = convention<'MEMBERSHIP' | 'CONSECUTIVE_PAID'>(
  'Q-2b',
  'What do the three months of a BPU count (UNDER_3M_COUNTS)?',
  'MEMBERSHIP: the death lies before the start of the present uninterrupted membership + 3 months (same day of the month); months paid ahead do not lengthen it, a gap of up to 3 months does not end it. Where only the consecutive paid months are told, they stand for whole months of membership. CONSECUTIVE_PAID would count paid months in a row up to the death.',
  'MEMBERSHIP',
);

export const JKM_SEVERAL_BEFORE = description(
  'Q-7',
  'What did JKM give for several employers before Permenaker 1/2025?',
  'Each in full, as in a published case of 2023; from 2025-02-24 the funeral once (Art. 101).',
  'L',
);

export const JKM_BPU_BESIDE = description(
  'Q-7b',
  'Does a membership as BPU beside that as PU count as one more employer?',
  'No, until a person confirms it: only registrations as PU count.',
);

export const JKM_LIMITED_IS_WHOLE = convention(
  'E-1',
  'Does the BPU under three months also give scholarships?',
  'No: Rp10,000,000 "in total".',
  true,
  'L',
);
