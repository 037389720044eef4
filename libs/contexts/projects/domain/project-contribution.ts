import { type LocalDate, type Rupiah, monthsBetween, periodOf, rupiah, totalOf } from '#kernel';
import { calculateJakonContribution } from '#law';
import type { ContributionBase, ContributionComponent } from './project.events.js';

/** What the contributions of a project follow from. */
export interface ContributionTerms {
  readonly contractedOn: LocalDate;
  readonly base: ContributionBase;
  readonly baseIdr: Rupiah;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
}

export interface ProjectContribution {
  readonly components: readonly ContributionComponent[];
  readonly amountIdr: Rupiah;
  readonly ruleSetVersion: string;
}

const ASKED_AS = {
  VALUE_EX_VAT: 'contractValueExVat',
  VALUE_INCL_VAT: 'contractValueInclVat',
  MONTHLY_WAGES: 'monthlyWages',
} as const satisfies Record<ContributionBase, string>;

/** Contributions of the whole project: once of the contract's value, or of the wages of each month that it touches. */
export function contributionOf(terms: ContributionTerms): ProjectContribution {
  const { contractedOn, base, baseIdr, startsOn, endsOn } = terms;
  const due = calculateJakonContribution({ [ASKED_AS[base]]: baseIdr, contractDate: contractedOn });
  const times = base === 'MONTHLY_WAGES' ? monthsBetween(periodOf(startsOn), periodOf(endsOn)) + 1 : 1;
  const components = due.components.map(({ code, amountIdr, law, article }) => ({
    code,
    amountIdr: rupiah(amountIdr * times),
    law,
    article,
  }));
  return {
    components,
    amountIdr: totalOf(components),
    ruleSetVersion: due.ruleSetVersion,
  };
}
