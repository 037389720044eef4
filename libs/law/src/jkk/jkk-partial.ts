import { compareFractions, type LocalDate, percent } from '#kernel';
import type { Calculation } from '../kernel/calculation.js';
import { type BenefitComponent, component, type InputValue } from '../kernel/component.js';
import { provisionOf } from '../kernel/convention.js';
import {
  amountOf,
  count,
  type Expression,
  limitedTo,
  money,
  product,
  rate,
  sum,
} from '../kernel/expression.js';
import { leastSure, type Provision } from '../kernel/provision.js';
import { inForce } from '../kernel/rule.js';
import { PMI_PARTIAL } from '../pmi/migrant-benefits.rules.js';
import { ofMigrants } from '../pmi/migrant-worker.js';
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
  return jkkCalculation(input, partialDisability);
}

/** What the percentages are taken of: so many months of wage, or the sum of a migrant worker. */
interface WholeLoss {
  readonly factors: readonly Expression[];
  readonly law: string;
  /** Of a sum that is no wage: where it is written. */
  readonly provision?: Provision;
  readonly inputs: Readonly<Record<string, InputValue>>;
}

function wholeLossOf(claim: JkkClaim): WholeLoss {
  const { accidentDate: on } = claim;
  if (claim.segment === 'PMI') {
    const sum = ofMigrants(PMI_PARTIAL, on);
    return { factors: [money(sum.value, sum)], law: sum.law, provision: sum, inputs: { base: sum.value } };
  }
  const months = inForce(JKK_PARTIAL_MONTHS, on);
  const wage = wageOf(claim);
  return { factors: [count(months.value, months), wage], law: months.law, inputs: { wage: amountOf(wage) } };
}

export function partialDisability(claim: JkkPartialInput): BenefitComponent[] {
  const { injuries, accidentDate: eventDate } = claim;
  const whole = wholeLossOf(claim);
  const dominantHand = handOf(claim, eventDate);
  const months = inForce(JKK_PARTIAL_MONTHS, eventDate);
  const assessed = injuries.map((injury, at) => assess(injury, dominantHand, eventDate, at));
  const ofWhole = (share: Expression) => product(share, ...whole.factors);
  const total = sum(rate('0'), ...assessed.map(({ percent: share }) => share));
  if (compareFractions(total.value, percent(PARTIAL_DISABILITY_CAP.value)) > 0) {
    const cap = rate(PARTIAL_DISABILITY_CAP.value, PARTIAL_DISABILITY_CAP);
    const shares = assessed.map(({ percent: share }) => share);
    const capped = rate(PARTIAL_DISABILITY_CAP.value, () => limitedTo(cap, sum(...shares)));
    return [cappedComponent(whole, assessed, ofWhole(capped))];
  }
  return assessed.map(({ row, kind, percent: share }) => {
    const version = inForce(row, eventDate);
    const formula = kind === 'FUNCTIONAL' ? inForce(JKK_PARTIAL_FUNCTIONAL, eventDate) : months;
    const confidence = leastSure(version.confidence, formula.confidence);
    return component(
      { id: `JKK_PARTIAL_${kind}`, title: disabilityTitle(row.title) },
      whole.provision ?? { ...version, law: whole.law, confidence },
      {
        expression: ofWhole(share),
        inputs: { item: row.id, percent: share.text(), ...whole.inputs, dominantHand },
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
  { law, inputs }: WholeLoss,
  assessed: readonly AssessedInjury[],
  expression: Expression,
) {
  const shares = assessed.map(({ percent: share }) => share.text()).join(' + ');
  const title = { id: 'Santunan cacat sebagian, dibatasi', en: 'Partial disabilities, capped' };
  return component({ id: 'JKK_PARTIAL_CAPPED', title }, provisionOf(law, PARTIAL_DISABILITY_CAP), {
    expression,
    inputs: { items: assessed.map(({ row }) => row.id).join(', '), percent: shares, ...inputs },
    payee: 'PARTICIPANT',
    note: {
      id: `${shares} lebih dari ${PARTIAL_DISABILITY_CAP.value}%, jadi dibatasi pada ${PARTIAL_DISABILITY_CAP.value}%.`,
      en: `${shares} is more than ${PARTIAL_DISABILITY_CAP.value}%, so it is capped at ${PARTIAL_DISABILITY_CAP.value}%.`,
    },
  });
}
