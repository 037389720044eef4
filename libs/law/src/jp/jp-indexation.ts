import type { LocalDate, Rupiah } from '#kernel';
import { type Calculation, calculation, decided } from '../kernel/calculation.js';
import { component } from '../kernel/component.js';
import { atLeast, atMost, money, product, rate, sum } from '../kernel/expression.js';
import { leastSure, type Provision } from '../kernel/provision.js';
import { refusalOf } from '../kernel/refusal.js';
import { inForce } from '../kernel/rule.js';
import { JP_INDEXATION_POLICIES } from './jp.policies.js';
import { JP_INDEXATION_YEARS, JP_LIMITS } from './jp.rules.js';

export interface JpIndexationInput {
  /** The day from which the pension has been drawn. */
  readonly startedOn: LocalDate;
  /** The day from which it is to be indexed; floor and ceiling are those of this day. */
  readonly indexedOn: LocalDate;
  /** The pension of the year before, rupiah a month. */
  readonly previousPension: Rupiah;
  /** The inflation of the year before, percent, as BPS publishes it. */
  readonly inflationPct: number;
}

/**
 * A pension in a later year: that of the year before with the inflation (PP 45/2015 Art. 17(1)b), rupiah a month, between the
 * floor and the ceiling of the day. In its first year a pension is not indexed.
 * @throws Rejection DATES_OUT_OF_ORDER
 */
export function calculateJpIndexation(input: JpIndexationInput): Calculation {
  const { indexedOn } = input;
  const refusal = refusalOf(JP_INDEXATION_POLICIES, input);
  if (refusal) return decided(indexedOn, 'JP', refusal);
  const { previousPension, inflationPct } = input;
  const version = inForce(JP_INDEXATION_YEARS, indexedOn);
  const limits = inForce(JP_LIMITS, indexedOn);
  const { floor, ceiling, ceilingConfidence = limits.confidence } = limits.value;
  const before = money(previousPension, 'previousPension');
  const indexed = sum(before, product(rate(String(inflationPct), 'inflationPct'), before));
  const floored = atLeast(floor, indexed, limits, 'floor');
  const expression = atMost(ceiling, floored, limits, 'ceiling');
  const held = (confidence: Provision['confidence']): Provision => ({
    ...version,
    article: `${version.article}; ${limits.article}`,
    confidence: leastSure(version.confidence, confidence),
  });
  const provision =
    expression !== floored
      ? held(ceilingConfidence)
      : floored !== indexed
        ? held(limits.confidence)
        : version;
  return calculation(indexedOn, [
    component(JP_INDEXED, provision, {
      expression,
      inputs: { previousPension, inflationPct, floor, ceiling },
    }),
  ]);
}

const JP_INDEXED = {
  id: 'JP_MONTHLY',
  title: { id: 'Pensiun sebulan sesudah indeksasi', en: 'Pension a month, indexed' },
};
