import { BPU_SECTORS } from '../contributions/relief.rules.js';
import { bool, eventDate, type Fields, month, months, oneOf, optional, segment } from '../kernel/read.js';
import { contextFields } from '../wage/wage.fields.js';
import type { CoverageInput } from './coverage-decision.js';
import { COVERAGE_STATUSES } from './coverage-status.js';
import type { MembershipFacts } from './coverage.policies.js';

export const membershipFields: Fields<MembershipFacts> = {
  coverage: optional(oneOf(COVERAGE_STATUSES)),
  active: optional(bool),
  lastPaidPeriod: optional(month),
  employerArrearsMonths: optional(months),
};

export const coverageFields: Fields<CoverageInput> = {
  ...contextFields,
  segment,
  lastPaidPeriod: month,
  employerArrearsMonths: optional(months),
  accidentDate: optional(eventDate),
  deathDate: optional(eventDate),
  sector: optional(oneOf(BPU_SECTORS)),
  governmentPaid: optional(bool),
};
