import { EMPLOYER_SIZES } from '../employer/employer.rules.js';
import { invalid } from '../kernel/input-error.js';
import {
  amount,
  bool,
  date,
  eventDate,
  type Fields,
  integer,
  LARGEST_CONTRACT,
  list,
  month,
  nested,
  oneOf,
  oneOfNumbers,
  optional,
  type Reader,
  segment,
} from '../kernel/read.js';
import { BPU_PROGRAMS, type BpuContributionInput } from './contribution-bpu.js';
import type { JakonContributionInput } from './contribution-jakon.js';
import { PU_PROGRAMS, type PuContributionInput, type PuProgram } from './contribution-pu.js';
import { RISK_CLASSES } from './contribution.rules.js';
import { BPU_SECTORS } from './relief.rules.js';
import type { BilledMonth, EmployerDuesInput, NonAsnContributionInput } from './employer-dues.js';
import type { LabourIntensiveFacts } from './labour-intensive.js';
import type { LateFineInput } from './late-fine.js';

const MOST_MONTHS_LATE = 720;

/** Programmes of a segment as they were named; one that exists but not here is told apart from a word that is none. */
function programsOf<const Program extends PuProgram>(
  programs: readonly Program[],
): Reader<readonly Program[] | undefined> {
  const isOffered = (name: PuProgram): name is Program => (programs as readonly PuProgram[]).includes(name);
  return optional((value, path) => {
    const named = list(oneOf(PU_PROGRAMS), PU_PROGRAMS.length)(value, path);
    if (named.every(isOffered)) return named;
    throw invalid('PROGRAM_NOT_FOR_SEGMENT', `${path} may hold ${programs.join(', ')}`);
  });
}

export const contributionBpuFields: Fields<BpuContributionInput> = {
  declaredIncome: amount(),
  programs: programsOf(BPU_PROGRAMS),
  period: month,
  months: optional(integer(1, 12)),
  sector: optional(oneOf(BPU_SECTORS)),
  governmentPaid: optional(bool),
};

const labourIntensiveFields: Fields<LabourIntensiveFacts> = {
  labourIntensiveRelief: optional(bool),
  paidOn: optional(date),
};

const contributionPuFields: Fields<PuContributionInput> = {
  monthlyWage: amount(),
  riskClass: optional(oneOfNumbers(RISK_CLASSES)),
  period: month,
  programs: programsOf(PU_PROGRAMS),
  ...labourIntensiveFields,
};

export const billedMonthFields: Fields<BilledMonth> = {
  ...contributionPuFields,
  actualMonthlyWage: optional(amount()),
  employerSize: optional(oneOf(EMPLOYER_SIZES)),
  monthsLate: optional(integer(0, MOST_MONTHS_LATE)),
};

export const contributionNonAsnFields: Fields<NonAsnContributionInput> = {
  monthlyWage: contributionPuFields.monthlyWage,
  riskClass: contributionPuFields.riskClass,
  period: contributionPuFields.period,
  programs: contributionPuFields.programs,
  actualMonthlyWage: billedMonthFields.actualMonthlyWage,
  monthsLate: billedMonthFields.monthsLate,
};

export const employerDuesFields: Fields<EmployerDuesInput> = {
  months: list(nested(billedMonthFields), MOST_MONTHS_LATE),
};

export const contributionJakonFields: Fields<JakonContributionInput> = {
  contractValueExVat: optional(amount(LARGEST_CONTRACT)),
  contractValueInclVat: optional(amount(LARGEST_CONTRACT)),
  monthlyWages: optional(amount()),
  contractDate: optional(eventDate),
};

export const lateFineFields: Fields<LateFineInput> = {
  contributionDue: amount(),
  monthsLate: integer(0, MOST_MONTHS_LATE),
  period: month,
  segment: optional(segment),
  ...labourIntensiveFields,
};
