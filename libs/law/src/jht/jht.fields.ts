import { age, amount, bool, eventDate, type Fields, months, oneOf, optional } from '../kernel/read.js';
import { taxFields } from '../tax/tax.fields.js';
import type { JhtAccount, JhtFullInput, JhtPartialInput } from './jht.js';
import { JHT_PURPOSES, JHT_REASONS } from './jht.rules.js';

export const accountFields: Fields<JhtAccount> = {
  contributionsPaid: optional(amount()),
  developmentCredited: optional(amount()),
  balance: optional(amount()),
};

export const jhtFullFields: Fields<JhtFullInput> = {
  ...accountFields,
  ...taxFields,
  reason: oneOf(JHT_REASONS, {
    AGE_56: 'RETIREMENT_AGE',
    RETIRED: 'RETIREMENT_AGE',
    RETIREMENT: 'RETIREMENT_AGE',
    DIED: 'DEATH',
    TOTAL_PERMANENT_DISABILITY: 'TOTAL_PERMANENT',
    PERMANENT_TOTAL_DISABILITY: 'TOTAL_PERMANENT',
    RESIGNATION: 'RESIGNED',
    PHK: 'TERMINATED',
    TERMINATION: 'TERMINATED',
    FIXED_TERM_ENDED: 'CONTRACT_ENDED',
    END_OF_CONTRACT: 'CONTRACT_ENDED',
    LEAVING_INDONESIA: 'LEFT_INDONESIA',
  }),
  stopDate: optional(eventDate),
  claimDate: optional(eventDate),
  ageAtClaim: age,
};

export const jhtPartialFields: Fields<JhtPartialInput> = {
  ...accountFields,
  ...taxFields,
  membershipMonths: months,
  purpose: oneOf(JHT_PURPOSES, {
    HOUSING: 'HOUSE',
    RETIREMENT: 'RETIREMENT_PREPARATION',
    RETIREMENT_PREP: 'RETIREMENT_PREPARATION',
    PENSION_PREPARATION: 'RETIREMENT_PREPARATION',
  }),
  previousPartial: optional(bool),
  requested: optional(amount()),
  claimDate: optional(eventDate),
};
