import { type LocalDate, type Rupiah, rupiah, ZERO_RUPIAH } from '#kernel';
import { type Calculation, decided } from '../kernel/calculation.js';
import { type BenefitComponent, component, type Due, type Payee } from '../kernel/component.js';
import { provisionOf } from '../kernel/convention.js';
import {
  amountOf,
  atLeast,
  count,
  type Expression,
  less,
  money,
  product,
  rate,
} from '../kernel/expression.js';
import type { Provision } from '../kernel/provision.js';
import { refuse } from '../kernel/refusal.js';
import { inForce, type VersionInForce } from '../kernel/rule.js';
import { migrantAccidentDeath, migrantTotalPermanent } from '../pmi/migrant-accident.js';
import { projectedScholarships, type ScholarshipFacts } from '../scholarship/scholarship-projection.js';
import { wageOf } from '../wage/wage-basis.js';
import { jkkCalculation, type JkkClaim } from './jkk-claim.js';
import { DEATH_AFTER_TOTAL_PERMANENT, JKK_DEATH_FLOOR_APPLIES, JKM_PAID_FIRST } from './jkk.conventions.js';
import {
  JKK_DEATH,
  JKK_DEATH_FLOOR,
  JKK_FUNERAL,
  JKK_PERIODIC,
  JKK_TOTAL_PERMANENT,
  type WageFactor,
} from './jkk.rules.js';

export interface JkkTotalPermanentInput extends JkkClaim, ScholarshipFacts {}

export interface JkkDeathInput extends JkkTotalPermanentInput {
  /** The lump sum for a permanent total disability was paid before. */
  readonly totalPermanentPaid?: boolean;
  /** What JKM paid for the same death, before it was found to come from a work accident. */
  readonly paidAsJkm?: Rupiah;
}

/** Permanent total disability (cacat total tetap): 70 % × 80 × wage, the periodic benefit and scholarships. */
export function calculateJkkTotalPermanent(input: JkkTotalPermanentInput): Calculation {
  return jkkCalculation(input, totalPermanent);
}

/**
 * Death by work accident: 60 % × 80 × wage but not less than the JKM lump sum, the periodic benefit,
 * the funeral and scholarships. The accident date chooses the law. After a paid permanent total disability a
 * person decides.
 */
export function calculateJkkDeath(input: JkkDeathInput): Calculation {
  const result = jkkCalculation(input, (claim) => (claim.totalPermanentPaid ? [] : death(claim)));
  return afterJkm(input, afterTotalPermanent(input, result));
}

/** Nothing is left where JKM paid as much for the death: that is said, not passed over. */
export function afterJkm(input: JkkDeathInput, result: Calculation): Calculation {
  if (result.totalIdr !== 0 || result.decision !== undefined || !input.paidAsJkm) return result;
  const [[, { law }]] = dueOfDeath(input);
  const provision = provisionOf(law, JKM_PAID_FIRST);
  return decided(
    input.accidentDate,
    'JKK',
    refuse('REJECTED_ALREADY_PAID', provision, {
      id: 'JKM sudah membayar sebanyak itu untuk kematian ini.',
      en: 'JKM paid as much for this death already.',
    }),
  );
}

/** What a death or a total disability gives, unless a total disability was paid before: then a person decides. */
export function afterTotalPermanent(
  { accidentDate, totalPermanentPaid }: JkkDeathInput,
  result: Calculation,
): Calculation {
  const stands = result.decision === undefined || result.decision === 'EMPLOYER_PAYS_FIRST';
  if (!totalPermanentPaid || !stands) return result;
  const provision = provisionOf(inForce(JKK_DEATH, accidentDate).law, DEATH_AFTER_TOTAL_PERMANENT);
  return decided(
    accidentDate,
    'JKK',
    refuse(DEATH_AFTER_TOTAL_PERMANENT.value, provision, {
      id: 'Santunan cacat total tetap sudah dibayar; yang terjadi sesudahnya harus diputus oleh petugas.',
      en: 'Permanent total disability was already paid; a person has to decide on what followed.',
    }),
  );
}

export function totalPermanent(claim: JkkTotalPermanentInput): BenefitComponent[] {
  const { accidentDate: eventDate } = claim;
  if (claim.segment === 'PMI')
    return [migrantTotalPermanent(claim), ...projectedScholarships(eventDate, claim)];
  const wage = wageOf(claim);
  const version = inForce(JKK_TOTAL_PERMANENT, eventDate);
  return [
    component(JKK_TOTAL_PERMANENT, version, {
      expression: wageShare(version, wage),
      inputs: { wage: amountOf(wage) },
      payee: 'PARTICIPANT',
    }),
    component(...periodic(eventDate, 'PARTICIPANT')),
    ...projectedScholarships(eventDate, claim),
  ];
}

export const death = (claim: JkkDeathInput): BenefitComponent[] => [
  ...lessPaidAsJkm(dueOfDeath(claim), claim),
  ...projectedScholarships(claim.accidentDate, claim),
];

/** What a death gives beside scholarships. */
function dueOfDeath(claim: JkkDeathInput): readonly [Due, ...Due[]] {
  const { accidentDate: eventDate } = claim;
  if (claim.segment === 'PMI') return [migrantAccidentDeath(claim)];
  const wage = wageOf(claim);
  const version = inForce(JKK_DEATH, eventDate);
  const floor = inForce(JKK_DEATH_FLOOR, eventDate);
  const formula = wageShare(version, wage);
  const expression = JKK_DEATH_FLOOR_APPLIES.value ? atLeast(floor.value, formula, floor) : formula;
  const funeral = inForce(JKK_FUNERAL, eventDate);
  return [
    [
      JKK_DEATH,
      expression === formula ? version : atFloor(version),
      {
        expression,
        inputs: { wage: amountOf(wage), floor: floor.value },
        payee: 'HEIR',
        ...(expression !== formula && { note: LESS_THAN_JKM }),
      },
    ],
    periodic(eventDate, 'HEIR'),
    [
      JKK_FUNERAL,
      funeral,
      { expression: money(funeral.value, funeral), inputs: { eventDate }, payee: 'HEIR' },
    ],
  ];
}

/** What JKM paid for the same death is taken off one benefit after another until nothing of it is left (E-21). */
function lessPaidAsJkm(due: readonly Due[], { paidAsJkm = ZERO_RUPIAH }: JkkDeathInput): BenefitComponent[] {
  let rest = paidAsJkm > 0 ? money(paidAsJkm, 'paidAsJkm') : undefined;
  return due.map(([rule, provision, draft]) => {
    const before = rest;
    if (!before) return component(rule, provision, draft);
    const { expression } = draft;
    const left = rupiah(Math.max(0, amountOf(before) - amountOf(expression)));
    rest = left > 0 ? money(left, () => less(before, expression)) : undefined;
    const byConvention = { ...provision, article: `${provision.article}; convention ${JKM_PAID_FIRST.id}` };
    return component(rule, byConvention, { ...draft, expression: less(expression, before) });
  });
}

/** The floor is a convention, and less sure than the formula. */
const atFloor = (formula: Provision): Provision => ({
  ...formula,
  article: `${formula.article}; convention ${JKK_DEATH_FLOOR_APPLIES.id}`,
  confidence: JKK_DEATH_FLOOR_APPLIES.confidence,
});

const LESS_THAN_JKM = {
  id: 'Hasil perhitungan kurang dari santunan kematian JKM, jadi dibayar sebesar santunan JKM.',
  en: 'The formula gives less than the JKM death benefit, so as much as that is paid.',
};

const wageShare = (factor: VersionInForce<WageFactor>, wage: Expression) =>
  product(rate(factor.value.share, factor, 'share'), count(factor.value.months, factor, 'months'), wage);

function periodic(eventDate: LocalDate, payee: Payee): Due {
  const version = inForce(JKK_PERIODIC, eventDate);
  const { months, monthly } = version.value;
  const expression = product(count(months, version, 'months'), money(monthly, version, 'monthly'));
  return [JKK_PERIODIC, version, { expression, inputs: { eventDate }, payee }];
}
