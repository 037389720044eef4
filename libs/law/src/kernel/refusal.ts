import { type EnglishRefusal, firstRefusal, type Policy } from '#kernel';
import type { Bilingual, Provision } from './provision.js';

/** Why a benefit is refused or held: a decision code, the provision behind it and plain words in both languages. */
export interface BenefitRefusal extends EnglishRefusal {
  readonly provision: Provision;
  readonly words: Bilingual;
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
  /** The name of the policy that refused. */
  readonly rule?: string;
}

/** A named rule over facts whose refusal can be explained to a claimant. */
export interface BenefitPolicy<Facts> extends Policy<Facts> {
  readonly check: (facts: Facts) => BenefitRefusal | undefined;
}

export function refuse(
  code: string,
  provision: Provision,
  words: Bilingual,
  facts?: BenefitRefusal['facts'],
): BenefitRefusal {
  const article = `${provision.law}, ${provision.article}`;
  return { code, detail: words.en, article, provision, words, ...(facts && { facts }) };
}

/** Asks the policies in order; the first refusal wins and carries its name. */
export function refusalOf<Facts>(
  policies: readonly BenefitPolicy<Facts>[],
  facts: Facts,
): BenefitRefusal | undefined {
  // `firstRefusal` hands on whatever the policy returned, and these policies return nothing less.
  return firstRefusal(policies, facts) as BenefitRefusal | undefined;
}
