import type { Refusal } from './refusal.js';
import { Rejection } from './rejection.js';

/** A refusal of a policy in English only, until its context has a table of refusals. */
export interface EnglishRefusal {
  readonly code: string;
  readonly detail: string;
  readonly article?: string;
  readonly allowed?: readonly string[];
}

/** One named rule over facts. Says nothing when it has no objection. */
export interface Policy<Facts> {
  /** Lower-case words with dashes, for those who are refused: `four-eyes`. */
  readonly name: string;
  readonly check: (facts: Facts) => Refusal | EnglishRefusal | undefined;
}

/** A refusal together with the name of the rule that made it. */
export type NamedRefusal = (Refusal | EnglishRefusal) & { readonly rule: string };

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
 * @throws Rejection with the refusal of that rule, its name and its article
 */
export function enforce<Facts>(policies: readonly Policy<Facts>[], facts: Facts): void {
  const refusal = firstRefusal(policies, facts);
  if (!refusal) return;
  const { rule, article } = refusal;
  const told = { rule, ...(article && { article }) };
  if ('kind' in refusal) throw new Rejection({ ...refusal, facts: { ...refusal.facts, ...told } });
  throw new Rejection(refusal.code, refusal.detail, { allowed: refusal.allowed, facts: told });
}
