import { accountFields } from '../jht/jht.fields.js';
import {
  age,
  amount,
  bool,
  date,
  eventDate,
  type Fields,
  measure,
  months,
  oneOf,
  optional,
} from '../kernel/read.js';
import { taxFields } from '../tax/tax.fields.js';
import type { JpIndexationInput } from './jp-indexation.js';
import type { JpLumpSumInput, JpMonthlyInput } from './jp.js';
import { JP_KINDS } from './jp.rules.js';

export const jpMonthlyFields: Fields<JpMonthlyInput> = {
  ...accountFields,
  ...taxFields,
  kind: oneOf(JP_KINDS, { RETIREMENT: 'OLD_AGE', TOTAL_PERMANENT: 'DISABILITY' }),
  contributionMonths: months,
  weightedAvgMonthlyWage: optional(amount()),
  actualMonthlyWage: optional(amount()),
  membershipMonths: optional(months),
  paymentDensityPct: optional(measure(0, 100)),
  floor: optional(amount()),
  ceiling: optional(amount()),
  claimDate: optional(eventDate),
  birthDate: optional(date),
  remarried: optional(bool),
  childAge: age,
  married: optional(bool),
  working: optional(bool),
  paidOnLeaving: optional(bool),
  employmentEndedOn: optional(date),
  completeOn: optional(eventDate),
};

export const jpLumpSumFields: Fields<JpLumpSumInput> = {
  ...accountFields,
  ...taxFields,
  claimDate: optional(eventDate),
  completeOn: optional(eventDate),
};

export const jpIndexationFields: Fields<JpIndexationInput> = {
  startedOn: eventDate,
  indexedOn: eventDate,
  previousPension: amount(),
  inflationPct: measure(0, 100),
};
