import { type LocalDate, addDays, addMonths } from '#kernel';
import type { FactsOfLog } from './facts-of-log.js';
import type { RuleId } from './finding.events.js';
import { type FindingSituation, findingIdOf } from './finding.js';
import { type Hit, RULES, type Rule } from './rules/index.js';
import { type Terms, termsOn } from './terms.js';
import { type Threshold, concerns, withThresholds } from './thresholds.js';

/** A case that one of two tables finds, and the other does not. */
export interface ReplayedCase extends Pick<Hit, 'subjects' | 'measures'> {
  readonly findingId: string;
  /** The first day on which a look would have found it. */
  readonly foundOn: LocalDate;
  /** What has become of it, where it was found. */
  readonly situation?: FindingSituation;
}

/** What a rule finds over what is recorded by the thresholds that hold, and by others. */
export interface Replayed {
  readonly rule: RuleId;
  readonly now: number;
  readonly tried: number;
  readonly opens: readonly ReplayedCase[];
  readonly goes: readonly ReplayedCase[];
}

export interface ReplayAsked {
  readonly rule: RuleId;
  readonly thresholds: readonly Threshold[];
  /** The day of the last look. */
  readonly day: LocalDate;
  readonly after?: bigint;
  /** Whoever waits for it; aborted once they have gone. */
  readonly listener?: AbortSignal;
}

/** Rules that look at windows are asked night by night for so long (reference 7); all others look at everything at once. */
export const MONTHS_REPLAYED = 24;

/**
 * What would be found by other thresholds, over everything that is recorded by now. It records nothing. The facts are as they stand now:
 * what was corrected since counts as corrected.
 * @throws whatever the listener was aborted with, after the night that was just asked
 */
export async function replay(facts: FactsOfLog, asked: ReplayAsked): Promise<Replayed> {
  const { rule, thresholds, day } = asked;
  const rules = concerns(thresholds, rule) ? RULES.filter(({ id }) => id === rule) : [];
  const now = new Map<string, ReplayedCase>();
  const tried = new Map<string, ReplayedCase>();
  for (const one of rules) {
    for (const on of daysOf(one, day)) {
      asked.listener?.throwIfAborted();
      const terms = termsOn(on);
      await foundOn(facts, one, { ...asked, on, terms }, now);
      await foundOn(facts, one, { ...asked, on, terms: withThresholds(terms, thresholds) }, tried);
    }
  }
  const goes = [...now.values()].filter(({ findingId }) => !tried.has(findingId));
  return {
    rule,
    now: now.size,
    tried: tried.size,
    opens: [...tried.values()].filter(({ findingId }) => !now.has(findingId)),
    goes: await whatBecame(facts, goes, asked),
  };
}

interface Night extends ReplayAsked {
  readonly on: LocalDate;
  readonly terms: Terms;
}

async function foundOn(
  facts: FactsOfLog,
  rule: Rule,
  { on, terms, after }: Night,
  found: Map<string, ReplayedCase>,
): Promise<void> {
  const segments = rule.id === 'FD-04' ? await facts.segments({ day: on, terms, after }) : [];
  for await (const group of facts.groupsFor(rule, { day: on, terms, after })) {
    for (const { key, subjects, measures } of rule.find(group, { day: on, terms, segments })) {
      const findingId = findingIdOf(rule.id, key);
      if (!found.has(findingId)) found.set(findingId, { findingId, foundOn: on, subjects, measures });
    }
  }
}

/** So many findings are asked for at a time. */
const AT_ONCE = 500;

async function whatBecame(
  facts: FactsOfLog,
  cases: readonly ReplayedCase[],
  asked: Pick<ReplayAsked, 'after'>,
): Promise<readonly ReplayedCase[]> {
  const all: ReplayedCase[] = [];
  for (let place = 0; place < cases.length; place += AT_ONCE) {
    const some = cases.slice(place, place + AT_ONCE);
    const known = await facts.known(
      some.map(({ findingId }) => findingId),
      asked,
    );
    for (const one of some) {
      const { situation } = known.get(one.findingId) ?? {};
      all.push(situation === undefined ? one : { ...one, situation });
    }
  }
  return all;
}

/** The oldest first. */
function daysOf(rule: Rule, day: LocalDate): readonly LocalDate[] {
  if (!rule.ledWithin) return [day];
  const days: LocalDate[] = [];
  for (let on = addMonths(day, -MONTHS_REPLAYED); on <= day; on = addDays(on, 1)) days.push(on);
  return days;
}
