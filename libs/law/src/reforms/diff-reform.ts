import { addDays, type LocalDate, localDate } from '#kernel';
import { READERS } from '../explanation/rule-readers.js';
import type { Bilingual, Provision } from '../kernel/provision.js';
import type { Reform } from '../kernel/reform.js';
import { type Rule, turningDays, versionOn } from '../kernel/rule.js';
import { followersOf, ruleById } from './check-reform.js';
import { partsOf } from './parts.js';

/** What the law says of a rule during a time. */
export interface LawDuring extends Provision {
  readonly from: LocalDate;
  readonly until?: LocalDate;
  readonly value: unknown;
}

/** One part of a value that a reform changes; nothing on a side that does not have it. */
export interface ChangedPart {
  /** '' where the value is one number or word. */
  readonly part: string;
  readonly law?: unknown;
  readonly proposed?: unknown;
}

/** What a reform proposes for one rule from one day on. */
export interface ProposedChange {
  readonly rule: string;
  readonly title: Bilingual;
  readonly unit: string;
  /** The rule that the reform names, where this one takes over its values. */
  readonly follows?: string;
  readonly from: LocalDate;
  /** The last day of it; nothing when it is to hold until somebody changes it. */
  readonly until?: LocalDate;
  /** `null` where the law is given back. */
  readonly proposed: unknown;
  /** Everything that the law says during this time, in order; nothing when the rule does not exist then. */
  readonly law: readonly LawDuring[];
  /** Beside the first of `law`; none when nothing changes. */
  readonly changed: readonly ChangedPart[];
  /** The calculators that read the rule. */
  readonly calculators: readonly string[];
}

/** Everything that a reform changes, rule by rule and in order of days, beside what the law says then. */
export function diffReform(reform: Reform): readonly ProposedChange[] {
  return Object.entries(withFollowers(reform)).flatMap(([id, values]) => {
    const rule = ruleById(id)!;
    const days = Object.keys(values)
      .map((day) => localDate(day))
      .sort();
    return days.map((from, at): ProposedChange => {
      const next = days[at + 1];
      const until = next && addDays(next, -1);
      const law = lawDuring(rule, from, until);
      const proposed = values[from];
      return {
        rule: id,
        title: rule.title,
        unit: rule.unit,
        ...(rule.follows && !Object.hasOwn(reform, id) && { follows: rule.follows.id }),
        from,
        ...(until && { until }),
        proposed,
        law,
        changed: proposed === null ? [] : changedParts(law[0]?.value, proposed),
        calculators: READERS[id] ?? [],
      };
    });
  });
}

/** The reform with the rules that take over what it proposes for others, each after the one that it follows. */
const withFollowers = (reform: Reform): Reform =>
  Object.fromEntries(
    Object.entries(reform).flatMap(([id, values]) => [
      [id, values],
      ...followersOf(id)
        .filter((follower) => !Object.hasOwn(reform, follower))
        .map((follower) => [follower, values] as const),
    ]),
  );

function lawDuring(rule: Rule<unknown>, first: LocalDate, last?: LocalDate): readonly LawDuring[] {
  const isWithin = (day: LocalDate) => day > first && (last === undefined || day <= last);
  const days = [first, ...[...new Set(turningDays(rule.versions))].filter(isWithin).sort()];
  return days.flatMap((from, at): LawDuring[] => {
    const version = versionOn(rule, from);
    if (!version) return [];
    const next = days[at + 1];
    const until = next === undefined ? last : addDays(next, -1);
    const { value, law, article, sources, confidence } = version;
    const since = at === 0 ? version.from : from;
    return [{ from: since, ...(until && { until }), value, law, article, sources, confidence }];
  });
}

function changedParts(law: unknown, proposed: unknown): readonly ChangedPart[] {
  const [before, after] = [law === undefined ? new Map<string, unknown>() : partsOf(law), partsOf(proposed)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((part) => before.get(part) !== after.get(part))
    .map((part) => ({
      part,
      ...(before.has(part) && { law: before.get(part) }),
      ...(after.has(part) && { proposed: after.get(part) }),
    }));
}
