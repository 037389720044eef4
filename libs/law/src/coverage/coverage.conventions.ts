import { convention, description } from '../kernel/convention.js';
import type { CoverageStatus } from './coverage-status.js';

export const BPU_ARREARS = convention<CoverageStatus>(
  'Q-1',
  'Is a BPU covered in months 1 to 3 of arrears?',
  'Held as PENDING_ARREARS: paid only after the arrears are settled.',
  'PENDING_ARREARS',
);

export const PLKK_REGISTRATION = description(
  'Q-14',
  'Registration at a PLKK?',
  'The same as through a partner.',
);

export const ARREARS_MONTHS_HELD = convention(
  'E-2',
  'How long do arrears last before coverage is inactive?',
  'Three calendar months, counted from the month in which the first unpaid contribution falls due; from the first day of the fourth, inactive.',
  3,
  'L',
);
