import { Rejection } from '#kernel';
import type { Bilingual, Provision } from '../kernel/provision.js';
import { type BenefitPolicy, refusalOf } from '../kernel/refusal.js';
import { noting } from '../kernel/watching.js';

/** The values of a fact at which a policy could begin to say something else, on both sides of each edge. */
export type Edges<Facts> = { readonly [Fact in keyof Facts]-?: readonly Facts[Fact][] };

/** A list of policies with the edges of each fact. */
export interface PolicyList<Facts extends object> {
  readonly name: string;
  readonly what: Bilingual;
  readonly policies: readonly BenefitPolicy<Facts>[];
  /** The first value of each fact is one that nobody objects to. */
  readonly edges: Edges<Facts>;
  /** Facts that are walked through value by value, to show that the edges named are all there are. */
  readonly walks: { readonly [Fact in keyof Facts]?: readonly NonNullable<Facts[Fact]>[] };
}

export interface PoliciesProof {
  readonly list: string;
  readonly what: Bilingual;
  readonly policies: readonly PolicyProof[];
  /** Combinations of edges that were decided. */
  readonly combinations: number;
  /** Values of facts that were walked through. */
  readonly walked: number;
  readonly faults: readonly string[];
}

export interface PolicyProof {
  readonly name: string;
  /** The facts that it reads: the others cannot change what it says. */
  readonly facts: readonly string[];
  /** How many combinations of its facts come to what: `PASSES`, the code of a refusal, or that of an impossible request. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** The provisions that its refusals rest on. */
  readonly cites: readonly Pick<Provision, 'law' | 'article'>[];
}

type Combination = Readonly<Record<string, unknown>>;
type Values = Readonly<Record<string, readonly unknown[]>>;
type AnyPolicy = BenefitPolicy<Combination>;

/**
 * Proves of a list of which the first that objects wins: each policy answers every combination of the facts that it reads, so
 * every combination of all facts has exactly one outcome; each policy is the first to object to some combination, so none
 * stands in the list in vain; and the edges named are all there are.
 */
export function provePolicies<Facts extends object>(list: PolicyList<Facts>): PoliciesProof {
  const policies = list.policies as readonly BenefitPolicy<never>[] as readonly AnyPolicy[];
  const edges = list.edges as unknown as Values;
  const walks = list.walks as unknown as Values;
  const neutral = Object.fromEntries(Object.entries(edges).map(([fact, [first]]) => [fact, first]));
  const faults: string[] = [];
  const objection = refusalOf(policies, neutral)?.rule;
  if (objection !== undefined) faults.push(`${objection} objects where nobody should`);
  const proofs = policies.map((policy) => {
    const { facts, answers } = answersOf(policy, edges, neutral);
    const crashed = answers.filter(({ outcome }) => outcome === CRASHED);
    faults.push(...crashed.map(({ combination }) => `${policy.name} breaks on ${shown(combination)}`));
    if (!answers.some(({ combination }) => isFirst(policy, policies, { ...neutral, ...combination }))) {
      faults.push(`${policy.name} is never the first to object`);
    }
    const walked = facts.flatMap((fact) =>
      walkOf(policy, fact, walks[fact] ?? [], { facts, edges, neutral }),
    );
    faults.push(...walked.flatMap(({ hidden }) => hidden));
    return { name: policy.name, facts, answers, walked };
  });
  return {
    list: list.name,
    what: list.what,
    policies: proofs.map(({ name, facts, answers }) => ({
      name,
      facts,
      outcomes: countsOf(answers),
      cites: citesOf(answers),
    })),
    combinations: proofs.reduce((sum, { answers }) => sum + answers.length, 0),
    walked: proofs.flatMap(({ walked }) => walked).reduce((sum, { steps }) => sum + steps, 0),
    faults: faults.map((fault) => `${list.name}: ${fault}`),
  };
}

const PASSES = 'PASSES';
const CRASHED = 'CRASHED';

function outcomeOf({ check }: AnyPolicy, facts: Combination): Omit<Answer, 'combination'> {
  try {
    const refusal = check(facts);
    return refusal ? { outcome: refusal.code, provision: refusal.provision } : { outcome: PASSES };
  } catch (error) {
    return { outcome: error instanceof Rejection ? error.code : CRASHED };
  }
}

/** Whether this policy decides, and no other before it. */
function isFirst({ name }: AnyPolicy, policies: readonly AnyPolicy[], facts: Combination): boolean {
  try {
    return refusalOf(policies, facts)?.rule === name;
  } catch (error) {
    if (error instanceof Rejection) return false;
    throw error;
  }
}

interface Answer {
  readonly combination: Combination;
  readonly outcome: string;
  readonly provision?: Provision;
}

/** Asks a policy every combination of the facts that it reads; which those are is found by watching it. */
function answersOf(policy: AnyPolicy, edges: Values, neutral: Combination) {
  const read = new Set<string>();
  for (;;) {
    const known = read.size;
    const facts = [...read];
    const answers = combinationsOf(facts, edges).map((combination) => ({
      combination,
      ...outcomeOf(
        policy,
        noting({ ...neutral, ...combination }, (fact) => read.add(fact)),
      ),
    }));
    if (read.size === known) return { facts, answers };
  }
}

function combinationsOf(facts: readonly string[], edges: Values): Combination[] {
  return facts.reduce<Combination[]>(
    (combinations, fact) =>
      combinations.flatMap((combination) => edges[fact]!.map((value) => ({ ...combination, [fact]: value }))),
    [{}],
  );
}

interface Walk {
  readonly steps: number;
  readonly hidden: readonly string[];
}

/** Walks through the values of one fact, whatever the others are, and looks for an edge that nobody named. */
function walkOf(
  policy: AnyPolicy,
  fact: string,
  values: readonly unknown[],
  { facts, edges, neutral }: { facts: readonly string[]; edges: Values; neutral: Combination },
): Walk[] {
  if (values.length === 0) return [];
  const named = new Set(edges[fact]);
  const others = combinationsOf(
    facts.filter((other) => other !== fact),
    edges,
  );
  return others.flatMap((combination) => {
    const rest = { ...neutral, ...combination };
    if (!looksAt(policy, fact, { ...rest, [fact]: values[0] })) return [];
    const outcomes = values.map((value) => outcomeOf(policy, { ...rest, [fact]: value }).outcome);
    const changes = values.flatMap((value, index) => {
      const before = values[index - 1];
      if (index === 0 || outcomes[index] === outcomes[index - 1]) return [];
      if (named.has(value) && named.has(before)) return [];
      return [`${policy.name} changes its mind between ${fact} ${String(before)} and ${String(value)}`];
    });
    return [{ steps: values.length, hidden: changes }];
  });
}

/** A policy that answers without a look at the fact gives this answer whatever the fact is. */
function looksAt(policy: AnyPolicy, fact: string, facts: Combination): boolean {
  const read = new Set<string>();
  outcomeOf(
    policy,
    noting(facts, (fact) => read.add(fact)),
  );
  return read.has(fact);
}

function countsOf(answers: readonly Answer[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { outcome } of answers) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

function citesOf(answers: readonly Answer[]): PolicyProof['cites'] {
  const cited = answers.flatMap(({ provision }) => provision ?? []);
  return [...new Map(cited.map(({ law, article }) => [`${law}, ${article}`, { law, article }])).values()];
}

const shown = (combination: Combination) => JSON.stringify(combination);
