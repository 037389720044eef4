import type { Refusal } from './refusal.js';
import { Rejection } from './rejection.js';

/** One named rule over its grounds. Says nothing when it has no objection. */
export interface Policy<Grounds, Objection extends object = Refusal> {
  /** Lower-case words with dashes, for those who are refused: `four-eyes`. */
  readonly name: string;
  readonly check: (grounds: Grounds) => Objection | undefined;
}

/** Asks the rules in order; the first refusal wins, together with the name of the rule that made it. */
export function firstRefusal<Grounds, Objection extends object>(
  policies: readonly Policy<Grounds, Objection>[],
  grounds: Grounds,
): (Objection & { readonly rule: string }) | undefined {
  for (const policy of policies) {
    const refusal = policy.check(grounds);
    if (refusal) return { rule: policy.name, ...refusal };
  }
  return undefined;
}

/**
 * Asks the rules in order and refuses the command with what the first objection says.
 * @throws Rejection with the refusal of that rule, its name and its article
 */
export function enforce<Grounds>(policies: readonly Policy<Grounds>[], grounds: Grounds): void {
  const objection = firstRefusal(policies, grounds);
  if (!objection) return;
  const { rule, ...refusal } = objection;
  const { article } = refusal;
  throw new Rejection({ ...refusal, facts: { ...refusal.facts, rule, ...(article && { article }) } });
}
