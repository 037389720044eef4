import {
  bool,
  eventDate,
  type Fields,
  integer,
  list,
  nested,
  oneOf,
  optional,
  record,
} from '../kernel/read.js';
import {
  type EligibleChild,
  SCHOLARSHIP_MODES,
  type ScholarshipFacts,
  type ScholarshipProjectionInput,
} from './scholarship-projection.js';
import type { ScholarshipYearInput } from './scholarship-year.js';
import { GUARDIANS, type SchoolYear, WORK_KINDS } from './scholarship.policies.js';
import { LEVELS } from './scholarship.rules.js';

const MOST_SCHOOL_YEARS = 30;
const MOST_CHILDREN = 30;
const MOST_GUARDIANS = 10;

const eligibleChildren = list(
  nested<EligibleChild>({ remainingYears: record(LEVELS, integer(0, MOST_SCHOOL_YEARS)) }),
  MOST_CHILDREN,
);

export const scholarshipFields: Fields<ScholarshipFacts> = {
  eligibleChildren: optional(eligibleChildren),
  mode: optional(oneOf(SCHOLARSHIP_MODES)),
};

export const scholarshipProjectionFields: Fields<ScholarshipProjectionInput> = {
  eventDate,
  eligibleChildren,
};

const schoolYear = nested<SchoolYear>({
  level: oneOf(LEVELS, { TRAINING: 'PT', PELATIHAN: 'PT' }),
  yearInLevel: integer(1, MOST_SCHOOL_YEARS),
  evidence: bool,
  ageAtClaim: integer(0, 100),
  married: optional(bool),
  working: optional(bool),
  workKind: optional(oneOf(WORK_KINDS)),
  workMonths: optional(integer(0, 720)),
  guardians: optional(list(oneOf(GUARDIANS), MOST_GUARDIANS)),
});

export const scholarshipYearFields: Fields<ScholarshipYearInput> = {
  eventDate,
  claimYear: integer(2015, 2199),
  children: list(schoolYear, MOST_CHILDREN),
  alreadyPaid: optional(bool),
};
