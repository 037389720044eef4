import { type Rupiah, ZERO_RUPIAH } from '#kernel';
import type { Calculation } from '../kernel/calculation.js';
import { type BenefitComponent, component, type Payee } from '../kernel/component.js';
import {
  amountOf,
  count,
  type Expression,
  less,
  money,
  product,
  quotient,
  rate,
  ratio,
  sum,
  within,
} from '../kernel/expression.js';
import { leastSure, type Provision } from '../kernel/provision.js';
import { inForce, type VersionInForce } from '../kernel/rule.js';
import type { Segment } from '../kernel/segment.js';
import { refuseUnknownOfMigrants } from '../pmi/migrant-worker.js';
import { wageOf } from '../wage/wage-basis.js';
import { jkkCalculation, type JkkClaim } from './jkk-claim.js';
import { STMB_DAYS_PER_MONTH, STMB_WAGE_CONTINUES } from './jkk.conventions.js';
import { JKK_STMB, type StmbBand } from './jkk.rules.js';

export interface IncapacityFacts {
  /** Whole months and further days of incapacity, from its first day; 0 unless given. */
  readonly incapacityMonths?: number;
  readonly incapacityDays?: number;
  /** Whether the employer kept paying the wage; taken as true for a PU. */
  readonly wageContinued?: boolean;
  /** What was paid of it before its end (interim payments), rupiah: it is not paid again. */
  readonly stmbPaid?: Rupiah;
}

export interface JkkStmbInput extends JkkClaim, IncapacityFacts {}

/**
 * Temporary incapacity (sementara tidak mampu bekerja): from 2019-12-02 the full wage for 12 months, then half;
 * before, 6 months full, 6 months 75 %, then half. A day is a thirtieth of a month.
 */
export function calculateJkkStmb(input: JkkStmbInput): Calculation {
  return jkkCalculation(input, temporaryIncapacity);
}

export function temporaryIncapacity(claim: JkkStmbInput): BenefitComponent[] {
  const { incapacityMonths = 0, incapacityDays = 0, accidentDate: eventDate, segment = 'PU' } = claim;
  if (incapacityMonths === 0 && incapacityDays === 0) return [];
  const { stmbPaid = ZERO_RUPIAH } = claim;
  if (segment === 'PMI') refuseUnknownOfMigrants('temporary incapacity');
  const wage = wageOf(claim);
  const provision = inForce(JKK_STMB, eventDate);
  const length = incapacityMonths * STMB_DAYS_PER_MONTH.value + incapacityDays;
  const terms = stretches(provision.value, length).map(({ days, share, at }) =>
    product(
      monthsOf(days, incapacityDays > 0, () => incapacityWithin(claim, provision, at)),
      ...(share === '100' ? [] : [rate(share, provision, `${at}.share`)]),
      wage,
    ),
  );
  const due = sum(...terms);
  return [
    component(JKK_STMB, incapacityDays > 0 ? byDays(provision) : provision, {
      expression: stmbPaid > 0 ? less(due, money(stmbPaid, 'stmbPaid')) : due,
      inputs: {
        incapacityMonths,
        incapacityDays,
        wage: amountOf(wage),
        ...(stmbPaid > 0 && { stmbPaid }),
      },
      payee: stmbPayee(segment, claim),
    }),
  ];
}

/** What a day is worth is a convention. */
const byDays = (provision: Provision): Provision => ({
  ...provision,
  article: `${provision.article}; convention ${STMB_DAYS_PER_MONTH.id}`,
  confidence: leastSure(provision.confidence, STMB_DAYS_PER_MONTH.confidence),
});

/** Cuts the incapacity, in thirtieths of a month, at the ends of the bands. */
function stretches(
  bands: readonly StmbBand[],
  length: number,
): { days: number; share: string; at: number }[] {
  let left = length;
  return bands.flatMap(({ months = Infinity, share }, at) => {
    const days = Math.min(left, months * STMB_DAYS_PER_MONTH.value);
    left -= days;
    return days > 0 ? [{ days, share, at }] : [];
  });
}

/** Months as people write them: `12`, or `45/30` when days were counted as well. */
function monthsOf(days: number, inDays: boolean, source: () => Expression): Expression {
  const perMonth = STMB_DAYS_PER_MONTH.value;
  return days % perMonth === 0 && !inDays ? count(days / perMonth, source) : ratio(days, perMonth, source);
}

/** The months of incapacity that lie within a band. */
function incapacityWithin(
  { incapacityMonths = 0, incapacityDays = 0 }: IncapacityFacts,
  provision: VersionInForce<readonly StmbBand[]>,
  at: number,
): Expression {
  const months = count(incapacityMonths, 'incapacityMonths');
  const perMonth = count(STMB_DAYS_PER_MONTH.value, STMB_DAYS_PER_MONTH);
  const length =
    incapacityDays === 0 ? months : sum(months, quotient(count(incapacityDays, 'incapacityDays'), perMonth));
  const ends = provision.value
    .slice(0, at + 1)
    .flatMap(({ months: most }, band) =>
      most === undefined ? [] : [count(most, provision, `${band}.months`)],
    );
  return within(length, ends.slice(0, at), ends[at]);
}

function stmbPayee(segment: Segment, facts: IncapacityFacts): Payee {
  if (segment === 'BPU') return 'PARTICIPANT';
  const { wageContinued = STMB_WAGE_CONTINUES.value.includes(segment) } = facts;
  return wageContinued ? 'EMPLOYER' : 'PARTICIPANT';
}
