import { Rejection } from './rejection.js';

/** Why a rule says no: the rule's own name, a stable code, the article behind it and plain words. */
export interface Refusal {
  readonly code: string;
  readonly detail: string;
  readonly article?: string;
  /** What is allowed instead. */
  readonly allowed?: readonly string[];
}

/** One named rule over facts. Says nothing when it has no objection. */
export interface Policy<Facts> {
  /** Lower-case words with dashes, for those who are refused: `four-eyes`. */
  readonly name: string;
  readonly check: (facts: Facts) => Refusal | undefined;
}

/** A refusal together with the name of the rule that made it. */
export interface NamedRefusal extends Refusal {
  readonly rule: string;
}

/** Asks the rules in order; the first refusal wins. */
export function firstRefusal<Facts>(
  policies: readonly Policy<Facts>[],
  facts: Facts,
): NamedRefusal | undefined {
  for (const policy of policies) {
    const refusal = policy.check(facts);
    if (refusal) return { rule: policy.name, ...refusal };
  }
  return undefined;
}

/**
 * Asks the rules in order and refuses the command with what the first objection says.
 * @throws Rejection with the code of that rule, its name and its article
 */
export function enforce<Facts>(policies: readonly Policy<Facts>[], facts: Facts): void {
  const refusal = firstRefusal(policies, facts);
  if (!refusal) return;
  const { code, detail, rule, article, allowed } = refusal;
  throw new Rejection(code, detail, { allowed, facts: { rule, ...(article && { article }) } });
}
