import type { Period } from '#kernel';
import { lawDayOf } from '../kernel/rule.js';
import {
  type Batch,
  type Flag,
  FLAG_BIT,
  type Group,
  type Program,
  PROGRAM_BIT,
  PROGRAMS,
} from './population.js';

/** A request to `calculate`. */
export type ScalarRequest = Readonly<Record<string, unknown>>;

/**
 * What a claims officer would ask the calculators about one member of a batch: so anybody can recompute a simulated person,
 * and a spec does so for ten thousand.
 */
export function contributionRequests(batch: Batch, at: number, months: readonly Period[]): ScalarRequest[] {
  return REQUESTS[batch.group](batch, at, months);
}

type Requests = (batch: Batch, at: number, months: readonly Period[]) => ScalarRequest[];

const isFlagged = ({ flags }: Batch, at: number, flag: Flag) => (flags[at]! & FLAG_BIT[flag]) !== 0;

const ofWageEarner: Requests = (batch, at, months) =>
  months.map((period) => ({
    calculator: 'CONTRIB_PU',
    monthlyWage: batch.income[at],
    riskClass: batch.riskClass[at],
    period,
    programs: programsOf(batch.programs[at]!),
    ...(isFlagged(batch, at, 'LABOUR_INTENSIVE') && { labourIntensiveRelief: true }),
  }));

const REQUESTS: Readonly<Record<Group, Requests>> = {
  PU: ofWageEarner,
  NON_ASN: ofWageEarner,
  BPU: (batch, at, months) =>
    months.map((period) => ({
      calculator: 'CONTRIB_BPU',
      declaredIncome: batch.income[at],
      period,
      programs: programsOf(batch.programs[at]!),
      sector: isFlagged(batch, at, 'TRANSPORT') ? 'TRANSPORT' : 'OTHER',
      governmentPaid: isFlagged(batch, at, 'GOVERNMENT_PAID'),
    })),
  JAKON: (batch, at, months) => {
    const isProject = isFlagged(batch, at, 'CONTRACT');
    return paidMonths(isProject ? batch : undefined, at, months).map((month) => ({
      calculator: 'CONTRIB_JAKON',
      ...(isProject ? { contractValueExVat: batch.income[at] } : { monthlyWages: batch.income[at] }),
      contractDate: lawDayOf(month),
    }));
  },
  PMI: (batch, at, months) =>
    paidMonths(batch, at, months).map((month) => ({
      calculator: 'CONTRIB_PMI',
      route: isFlagged(batch, at, 'AGENCY') ? 'PLACEMENT_AGENCY' : 'INDEPENDENT',
      contractMonths: batch.contractMonths[at],
      registeredOn: lawDayOf(month),
      ...(batch.voluntaryJht[at]! > 0 && { jhtMonthly: batch.voluntaryJht[at] }),
    })),
};

/** Of contracts, the months in which one is paid; all months of what is paid monthly. */
function paidMonths(contracts: Batch | undefined, at: number, months: readonly Period[]): readonly Period[] {
  if (!contracts) return months;
  const [first, every] = [contracts.paidInMonth[at]!, contracts.paidEvery[at]!];
  return months.filter(
    (_, month) => month === first || (every > 0 && month > first && (month - first) % every === 0),
  );
}

/** Programmes by their names, out of the bits. */
export const programsOf = (bits: number): Program[] =>
  PROGRAMS.filter((program) => (bits & PROGRAM_BIT[program]) !== 0);
