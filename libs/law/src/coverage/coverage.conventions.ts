import { convention, description } from '../kernel/convention.js';
import type { CoverageStatus } from './coverage-status.js';

export const BPU_ARREARS = convention<CoverageStatus>(
  'Q-1',
  'Is a BPU covered in months 1 to 3 of arrears? Which months must be paid, and until when?',
  'Held as PENDING_ARREARS. The claim waits for exactly the months that were due and unpaid on the day of the event, each at the tariff of that month: all of them, no later month, no fine. They can be paid as long as a claim waits, whatever today is.',
  'PENDING_ARREARS',
);

export const ARREARS_NOTICE_DAYS = convention(
  'Q-1b',
  'How long does a claim wait for arrears before it may be denied?',
  '90 days from the notice; what is paid later reopens it.',
  90,
);

export const OLDEST_MONTH_FIRST = description(
  'Q-15',
  'May a payer of a BPU choose the month that a payment is for?',
  'No: each payment is booked on the oldest unpaid month of the membership, also one recorded for another month. A payment after membership has ended begins a new one, in which older months are not charged.',
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

export const EMPLOYED_COVER = description(
  'E-11',
  'From when and how long is a wage earner covered?',
  'From the first day of work, or from the day on which the employer first paid for anybody, if that came later, to the last day of work. Contributions of up to three months in a row that are due and unpaid change nothing for the worker; beyond them the employer pays first.',
);

export const MONTHS_LATE = description(
  'E-10',
  'How are the months counted that an employer pays late?',
  'From the day after the due day on, each month that has begun counts whole.',
);
