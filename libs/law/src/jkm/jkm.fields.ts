import { membershipFields } from '../coverage/coverage.fields.js';
import {
  bool,
  date,
  eventDate,
  type Fields,
  integer,
  months,
  oneOf,
  optional,
  segment,
} from '../kernel/read.js';
import { scholarshipFields } from '../scholarship/scholarship.fields.js';
import { PMI_PHASES } from '../pmi/pmi.rules.js';
import { contextFields } from '../wage/wage.fields.js';
import type { JkmInput } from './jkm.js';

/** More registrations at once are a slip of the pen. */
const MOST_EMPLOYERS = 20;

export const jkmFields: Fields<JkmInput> = {
  ...contextFields,
  ...membershipFields,
  ...scholarshipFields,
  segment,
  deathDate: eventDate,
  membershipStart: optional(date),
  consecutivePaidMonths: optional(months),
  totalPaidMonths: optional(months),
  employers: optional(integer(1, MOST_EMPLOYERS)),
  pmiPhase: optional(oneOf(PMI_PHASES)),
  workAccident: optional(bool),
};
