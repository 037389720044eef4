import { firstRefusal, type Policy, type Refusal } from '#kernel';
import { type Listener, listener } from './listener.js';
import type { Bilingual, Provision } from './provision.js';
import { noting } from './watching.js';

/** Why a benefit is refused or held: a decision code, the provision behind it and plain words in both languages. */
export interface BenefitRefusal {
  readonly code: string;
  readonly detail: string;
  readonly article: string;
  readonly provision: Provision;
  readonly words: Bilingual;
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
  /** The name of the policy that refused. */
  readonly rule?: string;
}

/** A named rule over facts whose refusal can be explained to a claimant. */
export type BenefitPolicy<Facts> = Policy<Facts, BenefitRefusal>;

/** A rule of the law as one that refuses a command, with the words, the code and the article of the law. */
export function refusing<Facts>({ name, check }: BenefitPolicy<Facts>): Policy<Facts> {
  const asRefusal = ({ code, words, article }: BenefitRefusal): Refusal => ({
    code,
    kind: 'CONFLICT',
    words,
    article,
  });
  return {
    name,
    check: (facts) => {
      const refusal = check(facts);
      return refusal && asRefusal(refusal);
    },
  };
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
export function refusalOf<Facts extends object>(
  policies: readonly BenefitPolicy<Facts>[],
  facts: Facts,
): BenefitRefusal | undefined {
  const heard = listener();
  return firstRefusal(heard ? policies.map((policy) => tellingOf(policy, heard)) : policies, facts);
}

/** The policy, that tells what it was asked on: of the facts those that it looked at. */
function tellingOf<Facts extends object>(
  { name, check }: BenefitPolicy<Facts>,
  heard: Listener,
): BenefitPolicy<Facts> {
  return {
    name,
    check: (facts) => {
      heard.asking();
      const seen: Record<string, unknown> = {};
      const refusal = check(
        noting(facts, (fact, value) => {
          seen[fact] = value ?? null;
        }),
      );
      heard.asked(name, seen, refusal);
      return refusal;
    },
  };
}
