import { isUnderReform } from '../kernel/reform.js';
import { calculate, decisionWords } from '../calculate.js';
import type { Calculation, MemoValue, OwedGround, TaxMemo } from '../kernel/calculation.js';
import { heardBy, type Listener } from '../kernel/listener.js';
import { object } from '../kernel/read.js';
import type { Bilingual } from '../kernel/provision.js';
import type { BenefitRefusal } from '../kernel/refusal.js';
import type { VersionInForce } from '../kernel/rule-data.js';
import { fieldWords } from './field-words.js';
import { type ComponentReasons, parameterOf, type ParameterReason, reasonsOf } from './reasons.js';

/** A policy that was asked: on which facts, by which rules, and whether it objected. */
export interface PolicyReason {
  readonly policy: string;
  readonly objected: boolean;
  readonly facts: readonly { readonly name: string; readonly title: Bilingual; readonly value: unknown }[];
  readonly rules: readonly ParameterReason[];
  /** Of one that objected. */
  readonly decision?: string;
  readonly law?: string;
  readonly article?: string;
  readonly words?: Bilingual;
}

/** A line of what the employer owes, with the tree of its reasons. */
export interface OwedReasons extends ComponentReasons {
  readonly ground: OwedGround;
  readonly reimbursable: boolean;
}

/** Why a request is answered as it is: everything an answer rests on, so that somebody can check it by hand. */
export interface Explanation {
  readonly calculator: string;
  readonly ruleSetVersion: string;
  /** The rules were read as a reform has them: this is not the law. */
  readonly underReform?: true;
  readonly totalIdr: number;
  readonly decision?: string;
  readonly decisionWords?: Bilingual;
  /** The name of the policy that refused. */
  readonly rule?: string;
  readonly components: readonly ComponentReasons[];
  /** In the order in which they were asked. */
  readonly policies: readonly PolicyReason[];
  /** Rules that were read beside those of the components and the policies, such as a limit that did not cut. */
  readonly alsoRead: readonly ParameterReason[];
  readonly memo?: Readonly<Record<string, MemoValue>>;
  /** What the employer owes beside it; never part of the total. */
  readonly owedByEmployer?: readonly OwedReasons[];
  readonly owedByEmployerTotalIdr?: number;
  /** The tax on a lump sum; the total is gross. */
  readonly taxMemo?: TaxMemo;
  readonly ignoredFields?: readonly string[];
}

/**
 * Computes a request as `calculate` does, and gives the reasons of the answer. Within `underReform` they are those of the
 * reform.
 * @throws Rejection with a code of `INPUT_ERRORS` when the request is impossible
 */
export function explain(inputs: unknown): Explanation {
  const request = object(inputs, 'inputs');
  const heard = new Heard();
  const calculation = heardBy(heard, () => calculate(request));
  const components = calculation.components.map((component) => reasonsOf(component, request));
  const owedByEmployer = calculation.owedByEmployer?.map((owed): OwedReasons => {
    const { ground, reimbursable } = owed;
    return { ...reasonsOf(owed, request), ground, reimbursable };
  });
  const told = new Set(
    [...components, ...(owedByEmployer ?? []), ...heard.policies].flatMap((reasons) => [
      ...rulesNamedIn(reasons),
    ]),
  );
  return {
    calculator: String(request['calculator']),
    ...(isUnderReform() && { underReform: true as const }),
    ...answerOf(calculation),
    components,
    ...(owedByEmployer && { owedByEmployer }),
    policies: heard.policies,
    alsoRead: heard.rules.filter(({ rule }) => !told.has(rule)),
  };
}

function answerOf(calculation: Calculation) {
  const { ruleSetVersion, totalIdr, decision, rule, memo, ignoredFields } = calculation;
  const { owedByEmployerTotalIdr, taxMemo } = calculation;
  const words = decision === undefined ? undefined : decisionWords(decision);
  return {
    ruleSetVersion,
    totalIdr,
    ...(decision !== undefined && { decision }),
    ...(words && { decisionWords: words }),
    ...(rule !== undefined && { rule }),
    ...(memo && { memo }),
    ...(owedByEmployerTotalIdr !== undefined && { owedByEmployerTotalIdr }),
    ...(taxMemo && { taxMemo }),
    ...(ignoredFields && { ignoredFields }),
  };
}

/** Every rule that reasons name, of whatever they are. */
export function* rulesNamedIn(reasons: unknown): Generator<string> {
  if (typeof reasons !== 'object' || reasons === null) return;
  if ('kind' in reasons && reasons.kind === 'PARAMETER') yield (reasons as ParameterReason).rule;
  for (const part of Object.values(reasons)) yield* rulesNamedIn(part);
}

/** Keeps what a calculation says of itself. */
class Heard implements Listener {
  readonly policies: PolicyReason[] = [];
  readonly #rules = new Map<string, ParameterReason>();
  /** The rules that were read since a policy began to be asked. */
  #since = new Map<string, ParameterReason>();

  /** Every rule that was read, each version once. */
  get rules(): readonly ParameterReason[] {
    return [...this.#rules.values()];
  }

  read(version: object): void {
    const parameter = parameterOf(version as VersionInForce<unknown>);
    const key = `${parameter.rule} ${parameter.from}`;
    this.#rules.set(key, parameter);
    this.#since.set(key, parameter);
  }

  asking(): void {
    this.#since = new Map();
  }

  asked(policy: string, facts: Readonly<Record<string, unknown>>, objection?: object): void {
    const { code, provision, words } = (objection ?? {}) as Partial<BenefitRefusal>;
    this.policies.push({
      policy,
      objected: objection !== undefined,
      facts: Object.entries(facts).map(([name, value]) => ({ name, title: fieldWords(name), value })),
      rules: [...this.#since.values()],
      ...(code !== undefined && { decision: code }),
      ...(provision && { law: provision.law, article: provision.article }),
      ...(words && { words }),
    });
  }
}
