import { daysBetween } from '#kernel';
import { CATALOGUE } from '../catalogue.js';
import type { RuleGroup } from '../kernel/chapter.js';
import type { Bilingual } from '../kernel/provision.js';
import type { Rule } from '../kernel/rule.js';
import { ALTERNATIVES, type AlternativesProof, proveAlternatives } from './alternatives.js';
import { AXES } from './axes/index.js';
import { type DaysProof, type OpenStretch, proveDays, staleOpenDays } from './days.js';
import { POLICY_LISTS } from './lists/index.js';
import { PROVED_FROM, PROVED_TO } from './open-days.js';
import { type PoliciesProof } from './policies.js';
import { proveRegions, type RegionsProof } from './regions.js';
import { UNDIVIDED } from './undivided.js';

/** What was proved of one group of rules. */
export interface GroupProof {
  readonly chapter: string;
  readonly title: Bilingual;
  readonly rules: number;
  readonly versions: number;
  /** Stretches of days on which a rule says one thing, over all rules. */
  readonly stretches: number;
  /** Versions that others interrupt for a time. */
  readonly interrupted: readonly { readonly rule: string; readonly from: string; readonly to: string }[];
  readonly inputs: readonly RegionsProof[];
  readonly open: readonly OpenRules[];
}

/** Rules that are open on the same days for the same reason. */
export interface OpenRules extends OpenStretch {
  readonly rules: readonly string[];
}

export interface LawProof {
  readonly from: string;
  readonly to: string;
  readonly days: number;
  readonly groups: readonly GroupProof[];
  readonly alternatives: readonly AlternativesProof[];
  readonly policies: readonly PoliciesProof[];
  /** What is wrong, one line each; the law is proved when there is none. */
  readonly faults: readonly string[];
}

/**
 * Proves the law of the catalogue: that on each day from 2004 to 2045 exactly one version of each rule applies, that the data
 * of each rule divide the whole of its inputs and the engine divides them at the same places, and that each list of policies
 * decides every combination of facts once. What is open on purpose is listed with its reason; whatever else is open is a fault.
 */
export function proveLaw(): LawProof {
  const groups = CATALOGUE.flatMap(({ folder, rules }) => rules.map((group) => ({ folder, group })));
  const days = new Map(rulesOf(groups).map((rule) => [rule.id, proveDays(rule)]));
  const regions = AXES.map(proveRegions);
  const alternatives = ALTERNATIVES.map(proveAlternatives);
  const policies = withoutStacks(() => POLICY_LISTS.map((prove) => prove()));
  return {
    from: PROVED_FROM,
    to: PROVED_TO,
    days: daysBetween(PROVED_FROM, PROVED_TO) + 1,
    groups: groups.map(({ folder, group }) => groupProof(folder, group, days, regions)),
    alternatives: alternatives,
    policies: policies,
    faults: [
      ...[...days.values(), ...regions, ...alternatives, ...policies].flatMap(({ faults }) => faults),
      ...staleOpenDays([...days.values()]),
      ...undividedFaults(rulesOf(groups)),
    ],
  };
}

/** Hundreds of thousands of combinations are refused, and nobody reads where in the program: noting that takes a third of the time. */
function withoutStacks<Result>(work: () => Result): Result {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

type Groups = readonly { readonly folder: string; readonly group: RuleGroup }[];

const rulesOf = (groups: Groups) => groups.flatMap(({ group }) => group.rules);

function groupProof(
  chapter: string,
  { title, rules }: RuleGroup,
  days: ReadonlyMap<string, DaysProof>,
  regions: readonly RegionsProof[],
): GroupProof {
  const ids = rules.map(({ id }) => id);
  const proofs = ids.map((id) => days.get(id)!);
  return {
    chapter,
    title,
    rules: rules.length,
    versions: rules.reduce((sum, { versions }) => sum + versions.length, 0),
    stretches: proofs.reduce((sum, { stretches }) => sum + stretches.length, 0),
    interrupted: proofs.flatMap(({ rule, stretches }) =>
      stretches.filter(({ interrupted }) => interrupted).map(({ from, to }) => ({ rule, from, to })),
    ),
    inputs: regions.filter((proof) => proof.rules.some((id) => ids.includes(id))),
    open: openRules(proofs),
  };
}

function openRules(proofs: readonly DaysProof[]): OpenRules[] {
  const found = new Map<string, OpenRules>();
  for (const { rule, open } of proofs) {
    for (const stretch of open) {
      const key = `${stretch.from} ${stretch.to} ${stretch.reason?.en}`;
      const rules = [...(found.get(key)?.rules ?? []), rule];
      found.set(key, { ...stretch, rules });
    }
  }
  return [...found.values()];
}

/** Rules of several values that are on no axis and not listed, and listed ones that need no listing. */
function undividedFaults(rules: readonly Rule<unknown>[]): string[] {
  const divided = new Set(AXES.flatMap((axis) => axis.rules.map(({ id }) => id)));
  const known = new Set(rules.map(({ id }) => id));
  const forgotten = rules
    .filter((rule) => hasParts(rule) && !divided.has(rule.id) && !UNDIVIDED.has(rule.id))
    .map(
      ({ id }) =>
        `${id}: its value has parts, but no axis and no entry in the list of undivided rules says what they divide`,
    );
  const stale = [...UNDIVIDED.keys()]
    .filter((id) => !known.has(id) || divided.has(id))
    .map(
      (id) =>
        `${id}: stands in the list of undivided rules, but ${known.has(id) ? 'an axis divides it' : 'is no rule'}`,
    );
  return [...forgotten, ...stale];
}

const hasParts = ({ versions }: Rule<unknown>) => versions.some(({ value }) => isParted(value));
/** A row of the disability table of a fixed percentage has one value beside the name of its kind. */
const isParted = (value: unknown) =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).filter((name) => name !== 'kind').length > 1;
