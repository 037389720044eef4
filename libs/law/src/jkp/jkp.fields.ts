import {
  age,
  amount,
  bool,
  date,
  eventDate,
  type Fields,
  integer,
  measure,
  months,
  oneOf,
  optional,
} from '../kernel/read.js';
import { COVERAGE_STATUSES } from '../coverage/coverage-status.js';
import type { JkpInput } from './jkp.js';
import { JKP_REASONS } from './jkp.rules.js';

export const jkpFields: Fields<JkpInput> = {
  terminationDate: eventDate,
  lastReportedWage: amount(),
  actualMonthlyWage: optional(amount()),
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
  coverage: optional(oneOf(COVERAGE_STATUSES)),
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
