import { BPU_PROGRAMS, type BpuContributionInput } from './contribution-bpu.js';
import { type JakonContributionInput, PMI_ROUTES, type PmiContributionInput } from './contribution-jakon.js';
import { PU_PROGRAMS, type PuContributionInput } from './contribution-pu.js';
import type { LateFineInput, LatePaymentInput } from './late-fine.js';
import { type WageMonthInput, WAGE_KINDS } from '../wage/wage-month.js';
import { BPU_SECTORS, RISK_CLASSES } from './contribution.rules.js';
import { SERVICE_PROGRAMS } from '../service/service.rules.js';
import { WORK_WEEKS } from '../wage/wage.rules.js';
import { SEGMENTS } from '../kernel/segment.js';
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
  oneOf,
  oneOfNumbers,
  optional,
  type Reader,
} from '../kernel/read.js';

const MOST_MONTHS_LATE = 720;
const MOST_DAYS_LATE = 3_660;

/** Programmes of a segment; a programme that exists but not here is told apart from a word that is none. */
const programsOf = <const Program extends string>(
  programs: readonly Program[],
): Reader<readonly Program[] | undefined> =>
  optional((value, path) => {
    const named = list(oneOf(PU_PROGRAMS), PU_PROGRAMS.length)(value, path);
    const allowed = programs.filter((program) => named.some((name) => name === program));
    if (allowed.length < new Set(named).size) {
      throw invalid('PROGRAM_NOT_FOR_SEGMENT', `${path} may hold ${programs.join(', ')}`);
    }
    return allowed;
  });

export const contributionBpuFields: Fields<BpuContributionInput> = {
  declaredIncome: amount(),
  programs: programsOf(BPU_PROGRAMS),
  period: month,
  months: optional(integer(1, 12)),
  sector: optional(oneOf(BPU_SECTORS)),
  governmentPaid: optional(bool),
};

export const contributionPuFields: Fields<PuContributionInput> = {
  monthlyWage: amount(),
  riskClass: optional(oneOfNumbers(RISK_CLASSES)),
  period: month,
  programs: programsOf(PU_PROGRAMS),
  labourIntensiveRelief: optional(bool),
};

export const contributionJakonFields: Fields<JakonContributionInput> = {
  contractValueExVat: optional(amount(LARGEST_CONTRACT)),
  contractValueInclVat: optional(amount(LARGEST_CONTRACT)),
  monthlyWages: optional(amount()),
  contractDate: optional(eventDate),
};

export const contributionPmiFields: Fields<PmiContributionInput> = {
  route: oneOf(PMI_ROUTES, {
    INDIVIDUAL: 'INDEPENDENT',
    SELF: 'INDEPENDENT',
    MANDIRI: 'INDEPENDENT',
    PERSEORANGAN: 'INDEPENDENT',
    G_TO_G: 'GOVERNMENT',
    OWN_COMPANY: 'COMPANY',
  }),
  contractMonths: integer(1, 120),
  extraMonths: optional(integer(0, 120)),
  jhtMonthly: optional(amount()),
  registeredOn: optional(eventDate),
};

export const lateFineFields: Fields<LateFineInput> = {
  contributionDue: amount(),
  monthsLate: integer(0, MOST_MONTHS_LATE),
  period: month,
  segment: optional(oneOf(SEGMENTS)),
};

export const latePaymentFields: Fields<LatePaymentInput> = {
  benefitDue: amount(),
  daysLate: optional(integer(0, MOST_DAYS_LATE)),
  program: optional(oneOf(SERVICE_PROGRAMS)),
  completeOn: optional(eventDate),
  paidOn: optional(date),
  holidays: optional(list(date, 1_000)),
};

export const wageMonthFields: Fields<WageMonthInput> = {
  kind: oneOf(WAGE_KINDS),
  dailyWage: optional(amount()),
  workDaysPerWeek: optional(oneOfNumbers(WORK_WEEKS)),
  monthlyWages: optional(list(amount(), 12)),
  eventDate: optional(eventDate),
};
