import type { LocalDate, Rupiah } from '#kernel';
import type { MembershipFacts } from '../coverage/coverage.policies.js';
import { type Calculation, calculation, decided } from '../kernel/calculation.js';
import { type BenefitComponent, component } from '../kernel/component.js';
import { atMost, count, type Expression, lookUp, money } from '../kernel/expression.js';
import { invalid } from '../kernel/input-error.js';
import { refusalOf } from '../kernel/refusal.js';
import { inForce, type Rule } from '../kernel/rule.js';
import { withFacts } from '../kernel/watching.js';
import { MIGRANT_AID_POLICIES, type MigrantAidFacts, type PmiAid } from './migrant-aid.policies.js';
import {
  PMI_DISMISSAL,
  PMI_FAILED_DEPARTURE,
  PMI_LOSS_ON_WAY_HOME,
  PMI_RAPE,
} from './migrant-benefits.rules.js';
import { ofMigrants, refuseUnknownOfMigrants } from './migrant-worker.js';

export interface MigrantAidInput extends MembershipFacts, Omit<MigrantAidFacts, 'segment'> {
  readonly eventDate: LocalDate;
  /** LOSS_ON_WAY_HOME: what was lost, rupiah. */
  readonly loss?: Rupiah;
}

/**
 * Aids of migrant workers (PMI) beside JKK and JKM, Permenaker 4/2023 Art. 34, as far as their amounts were seen.
 * @throws Rejection PMI_AMOUNT_UNKNOWN for the others and for events before 2023-02-22; MISSING_FIELD
 */
export function calculateMigrantAid(input: MigrantAidInput): Calculation {
  const { eventDate, kind } = input;
  ofMigrants(PMI_DISMISSAL, eventDate);
  const refusal = refusalOf(MIGRANT_AID_POLICIES, withFacts(input, { segment: 'PMI' as const }));
  if (refusal) return decided(eventDate, 'PMI', refusal);
  return calculation(eventDate, [BY_KIND[kind](input)]);
}

const paid = (rule: Rule<unknown>, input: MigrantAidInput, expression: Expression): BenefitComponent =>
  component(rule, inForce(rule, input.eventDate), {
    expression,
    inputs: { eventDate: input.eventDate, kind: input.kind },
    payee: 'PARTICIPANT',
  });

function wholeSum(rule: Rule<Rupiah>) {
  return (input: MigrantAidInput) => {
    const version = inForce(rule, input.eventDate);
    return paid(rule, input, money(version.value, version));
  };
}

const BY_KIND: Readonly<Record<PmiAid, (input: MigrantAidInput) => BenefitComponent>> = {
  FAILED_DEPARTURE: wholeSum(PMI_FAILED_DEPARTURE),
  RAPE: wholeSum(PMI_RAPE),
  LOSS_ON_WAY_HOME: (input) => {
    if (input.loss === undefined) throw invalid('MISSING_FIELD', 'loss is needed for LOSS_ON_WAY_HOME');
    const version = inForce(PMI_LOSS_ON_WAY_HOME, input.eventDate);
    return paid(PMI_LOSS_ON_WAY_HOME, input, atMost(version.value, money(input.loss, 'loss'), version));
  },
  DISMISSAL_AFTER_ACCIDENT: (input) => {
    const { monthsWorked } = input;
    if (monthsWorked === undefined) throw invalid('MISSING_FIELD', 'monthsWorked is needed for a dismissal');
    const version = inForce(PMI_DISMISSAL, input.eventDate);
    const { bands, unknownFrom } = version.value;
    if (monthsWorked >= unknownFrom)
      refuseUnknownOfMigrants(`an aid for a dismissal after ${unknownFrom} months or more`);
    const at = bands.findLastIndex(({ months }) => months <= monthsWorked);
    const { amount } = bands[at]!;
    const found = () =>
      lookUp(money(amount, version, `bands.${at}.amount`), count(monthsWorked, 'monthsWorked'));
    return paid(PMI_DISMISSAL, input, money(amount, found));
  },
  DISMISSAL: () => refuseUnknownOfMigrants('an aid for a dismissal without an accident'),
  FAILED_PLACEMENT: () => refuseUnknownOfMigrants('an aid for a placement that failed'),
  PLACED_AGAINST_CONTRACT: () => refuseUnknownOfMigrants('an aid for a placement against the contract'),
};
