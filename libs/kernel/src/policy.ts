/** Why a rule says no: the rule's own name, a stable code, the article behind it and plain words. */
export interface Refusal {
  readonly code: string;
  readonly detail: string;
  readonly article?: string;
}

/** One named rule over facts. Says nothing when it has no objection. */
export interface Policy<Facts> {
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
