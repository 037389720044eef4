import { compareFractions, type LocalDate, percent } from '#kernel';
import type { Calculation } from '../kernel/calculation.js';
import { type BenefitComponent, component } from '../kernel/component.js';
import { provisionOf } from '../kernel/convention.js';
import { amountOf, count, type Expression, limitedTo, product, rate, sum } from '../kernel/expression.js';
import { leastSure } from '../kernel/provision.js';
import { inForce } from '../kernel/rule.js';
import { wageOf } from '../wage/wage-basis.js';
import { inPassing } from '../kernel/watching.js';
import { assess, type AssessedInjury, disabilityRow } from './disability-percent.js';
import type { Hand, Injury } from './injury.js';
import { jkkCalculation, type JkkClaim } from './jkk-claim.js';
import { PARTIAL_DISABILITY_CAP } from './jkk.conventions.js';
import { JKK_PARTIAL_FUNCTIONAL, JKK_PARTIAL_MONTHS } from './jkk.rules.js';

export interface DisabilityFacts {
  readonly injuries: readonly Injury[];
  /** RIGHT unless given. For a left-handed person (kidal) right and left swap in the table. */
  readonly dominantHand?: Hand;
}

export interface JkkPartialInput extends JkkClaim, DisabilityFacts {}

/**
 * Partial disability (cacat sebagian): table percentage × 80 × monthly wage for each injury; above 70 % in one
 * accident a single component of 70 % (R-5).
 * @throws Rejection UNKNOWN_ITEM, WRONG_KIND, MISSING_FIELD, OUT_OF_RANGE, ZERO_WAGE
 */
export function calculateJkkPartial(input: JkkPartialInput): Calculation {
  return jkkCalculation(input, (claim) => partialDisability(claim.accidentDate, wageOf(claim), claim));
}

export function partialDisability(
  eventDate: LocalDate,
  wage: Expression,
  facts: DisabilityFacts,
): BenefitComponent[] {
  const { injuries } = facts;
  const dominantHand = handOf(facts, eventDate);
  const months = inForce(JKK_PARTIAL_MONTHS, eventDate);
  const assessed = injuries.map((injury, at) => assess(injury, dominantHand, eventDate, at));
  const ofWage = (share: Expression) => product(share, count(months.value, months), wage);
  const total = sum(rate('0'), ...assessed.map(({ percent: share }) => share));
  if (compareFractions(total.value, percent(PARTIAL_DISABILITY_CAP.value)) > 0) {
    const cap = rate(PARTIAL_DISABILITY_CAP.value, PARTIAL_DISABILITY_CAP);
    const shares = assessed.map(({ percent: share }) => share);
    const capped = rate(PARTIAL_DISABILITY_CAP.value, () => limitedTo(cap, sum(...shares)));
    return [cappedComponent(months.law, assessed, ofWage(capped), wage)];
  }
  return assessed.map(({ row, kind, percent: share }) => {
    const version = inForce(row, eventDate);
    const formula = kind === 'FUNCTIONAL' ? inForce(JKK_PARTIAL_FUNCTIONAL, eventDate) : months;
    const confidence = leastSure(version.confidence, formula.confidence);
    return component(
      { id: `JKK_PARTIAL_${kind}`, title: disabilityTitle(row.title) },
      { ...version, law: months.law, confidence },
      {
        expression: ofWage(share),
        inputs: { item: row.id, percent: share.text(), wage: amountOf(wage), dominantHand },
        payee: 'PARTICIPANT',
      },
    );
  });
}

/** The hand that is paid better: asked where a row of the table tells right from left. */
function handOf(facts: DisabilityFacts, on: LocalDate): Hand {
  const stated = () => facts.dominantHand ?? 'RIGHT';
  return facts.injuries.some(({ item }) => tellsSides(item, on)) ? stated() : inPassing(stated);
}

function tellsSides(item: string, on: LocalDate): boolean {
  const { value } = inForce(disabilityRow(item), on);
  return value.kind === 'PART' && value.left !== undefined;
}

const disabilityTitle = ({ id, en }: AssessedInjury['row']['title']) => ({
  id: `Santunan cacat sebagian (${id.toLowerCase()})`,
  en: `Partial disability (${en})`,
});

function cappedComponent(
  law: string,
  assessed: readonly AssessedInjury[],
  expression: Expression,
  wage: Expression,
) {
  const shares = assessed.map(({ percent: share }) => share.text()).join(' + ');
  const title = { id: 'Santunan cacat sebagian, dibatasi', en: 'Partial disabilities, capped' };
  return component({ id: 'JKK_PARTIAL_CAPPED', title }, provisionOf(law, PARTIAL_DISABILITY_CAP), {
    expression,
    inputs: { items: assessed.map(({ row }) => row.id).join(', '), percent: shares, wage: amountOf(wage) },
    payee: 'PARTICIPANT',
    note: {
      id: `${shares} lebih dari ${PARTIAL_DISABILITY_CAP.value}%, jadi dibatasi pada ${PARTIAL_DISABILITY_CAP.value}%.`,
      en: `${shares} is more than ${PARTIAL_DISABILITY_CAP.value}%, so it is capped at ${PARTIAL_DISABILITY_CAP.value}%.`,
    },
  });
}
