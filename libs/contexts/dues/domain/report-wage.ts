import {
  type CommandContext,
  type Period,
  Rejection,
  type Rupiah,
  ZERO_RUPIAH,
  enforce,
  rupiah,
} from '#kernel';
import { type EmployerProgramme, type RiskClass, calculatePuContribution } from '#law';
import { type ReportedMember, WAGE_POLICIES } from './policies/wage.policies.js';
import { wageRefusals } from './refusals.js';
import { type WageYears, closingOfWages } from './wage-years.js';
import { changeBy } from './wages.js';
import type { WagesEvent } from './wages.events.js';

/** The terms on which a month is billed. */
export interface MonthTerms {
  readonly riskClass: RiskClass;
  readonly programmes: readonly EmployerProgramme[];
  /** The employer has a part of the relief for labour-intensive industry. */
  readonly labourIntensive?: true;
}

export interface ReportWageInput extends MonthTerms {
  readonly reportId: string;
  readonly membershipId: string;
  readonly participantId: string;
  readonly employerId: string;
  readonly period: Period;
  readonly wageIdr: Rupiah;
  readonly backPayIdr: Rupiah;
}

/**
 * Records the wage of a member in a month, with what is due for it, and before it the closing of the years that are over. A report says
 * it once.
 * @throws Rejection with the code of the first wage policy that objects
 */
export function reportWage(
  { riskClass, labourIntensive, ...input }: ReportWageInput,
  state: WageYears,
  { today }: CommandContext,
  member: ReportedMember | undefined,
): readonly WagesEvent[] {
  const { period, reportId, wageIdr, backPayIdr, programmes } = input;
  if (changeBy(state, period, reportId).now) return [];
  enforce(WAGE_POLICIES, { period, wageIdr, backPayIdr, wages: state, member });
  return [
    ...closingOfWages(input, state, today),
    {
      type: 'WageReported',
      data: {
        ...input,
        ...dueFor(rupiah(wageIdr + backPayIdr), period, { riskClass, programmes, labourIntensive }),
        effectiveOn: today,
      },
    },
  ];
}

/** What the law asks for a wage of a month; nothing where it was taken back. */
function dueFor(monthlyWage: Rupiah, period: Period, { riskClass, programmes, labourIntensive }: MonthTerms) {
  if (monthlyWage === 0) return { components: [], contributionIdr: ZERO_RUPIAH };
  const asked = { monthlyWage, period, riskClass, programs: programmes };
  const full = calculatePuContribution(asked);
  const due = labourIntensive ? calculatePuContribution({ ...asked, labourIntensiveRelief: true }) : full;
  const reliefIdr = full.totalIdr - due.totalIdr;
  const relieved = due.components.find(({ code }) => code === 'CONTRIB_JKK');
  return {
    components: due.components.map(({ code, amountIdr }) => ({ code, amountIdr })),
    contributionIdr: due.totalIdr,
    ...(reliefIdr > 0 && {
      reliefIdr: rupiah(reliefIdr),
      reliefArithmetic: relieved?.arithmetic ?? '',
    }),
    ruleSetVersion: due.ruleSetVersion,
  };
}

/** A wage that falls so far asks for a reason (W-DROP). */
const FALLS_BY_A_FIFTH = 0.8;

/** What a person should look at, although the wage was taken. */
export function wageFell(before: Rupiah | undefined, now: Rupiah): boolean {
  return before !== undefined && now > 0 && now <= before * FALLS_BY_A_FIFTH;
}

/** Why a line was not taken, as its report says it. */
export const faultOf = ({ code, detail }: Rejection) => ({ code, detail });

/** A person stands in a report once. */
export const twiceIn = (first: number) => faultOf(new Rejection(wageRefusals.TWICE_IN_REPORT({ first })));
