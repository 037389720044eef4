import type { LocalDate } from '#kernel';
import { invalid } from '../kernel/input-error.js';
import { type Rule, type VersionInForce, versionOn } from '../kernel/rule.js';
import type { PmiPhase } from './pmi.rules.js';

/**
 * What a rule of Permenaker 4/2023 says on a day.
 * @throws Rejection PMI_AMOUNT_UNKNOWN for an event before it: the sums of that time are not known
 */
export function ofMigrants<Value>(rule: Rule<Value>, on: LocalDate): VersionInForce<Value> {
  const version = versionOn(rule, on);
  if (version) return version;
  const { from } = rule.versions[0]!;
  throw invalid('PMI_AMOUNT_UNKNOWN', `Amounts of PMI for events before ${from} are not known (Q-13)`);
}

/** Where a migrant worker stood. @throws Rejection MISSING_FIELD when it was not told */
export function phaseOf({ pmiPhase }: { readonly pmiPhase?: PmiPhase }): PmiPhase {
  if (pmiPhase === undefined) throw invalid('MISSING_FIELD', 'pmiPhase is needed of a migrant worker');
  return pmiPhase;
}

/**
 * Refuses a benefit that the law gives migrant workers in an amount that was not seen.
 * @throws Rejection PMI_AMOUNT_UNKNOWN always
 */
export function refuseUnknownOfMigrants(benefit: string): never {
  throw invalid(
    'PMI_AMOUNT_UNKNOWN',
    `Permenaker 4/2023 lists ${benefit} for PMI; the amount was not seen, so it is not guessed (Q-13)`,
  );
}
