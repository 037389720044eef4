import { amount, bool, eventDate, type Fields, integer, months, oneOf, optional } from '../kernel/read.js';
import type { MltInput } from './mlt.js';
import { MLT_KINDS } from './mlt.rules.js';

export const mltFields: Fields<MltInput> = {
  kind: oneOf(MLT_KINDS),
  applicationDate: eventDate,
  membershipMonths: months,
  ownsHouse: optional(bool),
  employerInGoodOrder: optional(bool),
  partlyRegistered: optional(bool),
  previousMlt: optional(bool),
  spouseHasMlt: optional(bool),
  termYears: optional(integer(0, 100)),
  requestedLoan: optional(amount()),
  projectBudget: optional(amount()),
};
