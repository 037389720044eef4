import type { Refusal } from './refusal.js';
import { Rejection } from './rejection.js';

/** One named rule over facts. Says nothing when it has no objection. */
export interface Policy<Facts, Objection extends object = Refusal> {
  /** Lower-case words with dashes, for those who are refused: `four-eyes`. */
  readonly name: string;
  readonly check: (facts: Facts) => Objection | undefined;
}

/** Asks the rules in order; the first refusal wins, together with the name of the rule that made it. */
export function firstRefusal<Facts, Objection extends object>(
  policies: readonly Policy<Facts, Objection>[],
  facts: Facts,
): (Objection & { readonly rule: string }) | undefined {
  for (const policy of policies) {
    const refusal = policy.check(facts);
    if (refusal) return { rule: policy.name, ...refusal };
  }
  return undefined;
}

/**
 * Asks the rules in order and refuses the command with what the first objection says.
 * @throws Rejection with the refusal of that rule, its name and its article
 */
export function enforce<Facts>(policies: readonly Policy<Facts>[], facts: Facts): void {
  const objection = firstRefusal(policies, facts);
  if (!objection) return;
  const { rule, ...refusal } = objection;
  const { article } = refusal;
  throw new Rejection({ ...refusal, facts: { ...refusal.facts, rule, ...(article && { article }) } });
}
