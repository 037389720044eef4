import { type HeirsInput, RELATIONS } from '../heirs/heirs.js';
import type { JhtAccount, JhtFullInput, JhtPartialInput } from '../jht/jht.js';
import type { JkmInput } from './jkm.js';
import type { JkpInput } from '../jkp/jkp.js';
import type { JpMonthlyInput } from '../jp/jp.js';
import type { MltInput } from '../mlt/mlt.js';
import { JHT_PURPOSES, JHT_REASONS } from '../jht/jht.rules.js';
import { JKP_REASONS } from '../jkp/jkp.rules.js';
import { JP_KINDS } from '../jp/jp.rules.js';
import { MLT_KINDS } from '../mlt/mlt.rules.js';
import { SEGMENTS } from '../kernel/segment.js';
import { contextFields, membershipFields, months } from '../jkk/jkk.fields.js';
import {
  amount,
  bool,
  date,
  eventDate,
  type Fields,
  integer,
  list,
  measure,
  oneOf,
  optional,
} from '../kernel/read.js';
import { scholarshipFields } from '../scholarship/scholarship.fields.js';

const age = optional(integer(0, 130));

export const jkmFields: Fields<JkmInput> = {
  ...contextFields,
  ...membershipFields,
  ...scholarshipFields,
  segment: oneOf(SEGMENTS),
  deathDate: eventDate,
  consecutivePaidMonths: optional(months),
  totalPaidMonths: optional(months),
  workAccident: optional(bool),
};

const accountFields: Fields<JhtAccount> = {
  contributionsPaid: optional(amount()),
  developmentCredited: optional(amount()),
  balance: optional(amount()),
};

export const jhtFullFields: Fields<JhtFullInput> = {
  ...accountFields,
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

export const jpMonthlyFields: Fields<JpMonthlyInput> = {
  ...accountFields,
  kind: oneOf(JP_KINDS, { RETIREMENT: 'OLD_AGE', TOTAL_PERMANENT: 'DISABILITY' }),
  contributionMonths: months,
  weightedAvgMonthlyWage: optional(amount()),
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
};

export const jpLumpSumFields: Fields<JhtAccount & { readonly claimDate?: JpMonthlyInput['claimDate'] }> = {
  ...accountFields,
  claimDate: optional(eventDate),
};

export const jkpFields: Fields<JkpInput> = {
  terminationDate: eventDate,
  lastReportedWage: amount(),
  months: optional(integer(1, 6)),
  reason: optional(
    oneOf(JKP_REASONS, {
      PHK: 'TERMINATED',
      TERMINATION: 'TERMINATED',
      RESIGNATION: 'RESIGNED',
      RETIREMENT: 'RETIRED',
      TOTAL_PERMANENT_DISABILITY: 'TOTAL_PERMANENT',
      PERMANENT_TOTAL_DISABILITY: 'TOTAL_PERMANENT',
      DIED: 'DEATH',
      FIXED_TERM_ENDED: 'CONTRACT_ENDED',
      END_OF_CONTRACT: 'CONTRACT_ENDED',
    }),
  ),
  claimDate: optional(date),
  foreigner: optional(bool),
  ageAtRegistration: age,
  newJob: optional(bool),
  paidMonthsOfLast24: optional(integer(0, 24)),
  consecutivePaidMonths: optional(months),
  previousClaims: optional(integer(0, 100)),
  previousClaimDate: optional(date),
  employerClosed: optional(bool),
  employerArrearsMonths: optional(months),
  applications: optional(integer(0, 10_000)),
  interviews: optional(integer(0, 10_000)),
  trainingAttendancePct: optional(measure(0, 100)),
};

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

export const heirsFields: Fields<HeirsInput> = {
  deathDate: eventDate,
  survivors: list(oneOf(RELATIONS)),
  notarialWill: optional(bool),
};
