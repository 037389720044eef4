import { convention, description } from '../kernel/convention.js';

export const DAYS_LATE = convention<'CALENDAR_DAYS' | 'WORKING_DAYS'>(
  'R-7',
  'How are days late counted?',
  'Calendar days after the due working day.',
  'CALENDAR_DAYS',
  'L',
);

export const COUNTER_QUESTIONS_PER_HOUR = convention(
  'E-8',
  'How often may one PLKK ask an hour for the cover of somebody it does not know, or register somebody?',
  'Sixty times each: more than a counter needs, too few to go through numbers.',
  60,
);

export const BACK_DATED_AFTER_DAYS = convention<
  Readonly<Record<'CONTRIBUTION' | 'DEATH' | 'ACCIDENT' | 'MEMBERSHIP', number>>
>(
  'E-9',
  'From how many days after the event on does a second person confirm what is entered?',
  'A payment more than 31 days after it was made, a death or an accident more than 60 days after it happened, what an employer reports of itself or of a worker more than 30 days after the day from which it holds; nothing is approved on it before.',
  { CONTRIBUTION: 31, DEATH: 60, ACCIDENT: 60, MEMBERSHIP: 30 },
);

export const LATE_PAYMENT_DAYS = description(
  'Q-12',
  '"1 % per day": calendar or working days?',
  'Calendar days, as R-7.',
);
