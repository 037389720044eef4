import { convention, description } from '../kernel/convention.js';

export const DAYS_LATE = convention<'CALENDAR_DAYS' | 'WORKING_DAYS'>(
  'R-7',
  'How are days late counted?',
  'Calendar days after the due working day.',
  'CALENDAR_DAYS',
  'L',
);

export const LATE_PAYMENT_DAYS = description(
  'Q-12',
  '"1 % per day": calendar or working days?',
  'Calendar days, as R-7.',
);
