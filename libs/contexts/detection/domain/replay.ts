import { type LocalDate, addDays, addMonths, daysBetween } from '#kernel';
import type { Fact } from './fact.js';
import type { FactsOfLog } from './facts-of-log.js';
import type { RuleId } from './finding.events.js';
import { type FindingSituation, findingIdOf } from './finding.js';
import { type Hit, RULES, type Rule } from './rules/index.js';
import { type Asked, seenOn } from './rules/rule.js';
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
 * @throws whatever the listener was aborted with, after the nights that were just looked at
 */
export async function replay(facts: FactsOfLog, asked: ReplayAsked): Promise<Replayed> {
  const { rule, thresholds, day } = asked;
  const rules = concerns(thresholds, rule) ? RULES.filter(({ id }) => id === rule) : [];
  const found = { now: new Map<string, ReplayedCase>(), tried: new Map<string, ReplayedCase>() };
  for (const one of rules) {
    const nights = await nightsOf(facts, one, asked);
    for await (const group of facts.groupsFor(overAll(one, nights), {
      day,
      terms: termsOn(day),
      after: asked.after,
    })) {
      await lookedAt(one, group, nights, found, asked.listener);
    }
  }
  const { now, tried } = found;
  const goes = inOrder(now).filter(({ findingId }) => !tried.has(findingId));
  return {
    rule,
    now: now.size,
    tried: tried.size,
    opens: inOrder(tried).filter(({ findingId }) => !now.has(findingId)),
    goes: await whatBecame(facts, goes, asked),
  };
}

/** A night on which it is looked, by one of the two tables. */
interface Night extends Asked {
  readonly table: 'now' | 'tried';
}

async function nightsOf(
  facts: FactsOfLog,
  rule: Rule,
  { thresholds, day: last, after }: ReplayAsked,
): Promise<readonly Night[]> {
  const nights: Night[] = [];
  // Nights of the same table of thresholds share it.
  const others = new Map<Terms, Terms>();
  for (const day of daysOf(rule, last)) {
    const now = termsOn(day);
    const tried = others.get(now) ?? withThresholds(now, thresholds);
    others.set(now, tried);
    for (const [table, terms] of [
      ['now', now],
      ['tried', tried],
    ] as const) {
      const segments = rule.id === 'FD-04' ? await facts.segments({ day, terms, after }) : NO_SEGMENTS;
      nights.push({ day, terms, segments, table });
    }
  }
  return nights;
}

/** The rule with windows that reach over all these nights: each group is read once, and looked at night by night. */
function overAll(rule: Rule, nights: readonly Night[]): Rule {
  const [first, last] = [nights[0], nights.at(-1)];
  const widest = (window: Rule['ledWithin']) =>
    window &&
    first &&
    last &&
    (() => daysBetween(first.day, last.day) + Math.max(...nights.map(({ terms }) => window(terms))));
  const { ledWithin: _within, lookBack: _back, ...others } = rule;
  const [ledWithin, lookBack] = [widest(rule.ledWithin), widest(rule.lookBack)];
  return { ...others, ...(ledWithin && { ledWithin }), ...(lookBack && { lookBack }) };
}

/** Of so many nights nobody else is answered, and nobody looks whether the listener is still there. */
const NIGHTS_AT_ONCE = 32;

async function lookedAt(
  rule: Rule,
  group: readonly Fact[],
  nights: readonly Night[],
  found: Readonly<Record<Night['table'], Map<string, ReplayedCase>>>,
  listener?: AbortSignal,
): Promise<void> {
  const before: Partial<Record<Night['table'], Look>> = {};
  for (const [nth, night] of nights.entries()) {
    if (nth % NIGHTS_AT_ONCE === 0) {
      await othersAreAnswered();
      listener?.throwIfAborted();
    }
    const look = lookOn(rule, group, night, before[night.table]);
    if (look === before[night.table]) continue;
    before[night.table] = look;
    for (const { key, subjects, measures } of look.hits) {
      const [findingId, cases] = [findingIdOf(rule.id, key), found[night.table]];
      if (!cases.has(findingId)) cases.set(findingId, { findingId, foundOn: night.day, subjects, measures });
    }
  }
}

/** What a rule found among what it saw. */
interface Look extends Pick<Asked, 'terms' | 'segments'> {
  readonly seen: readonly Fact[];
  readonly hits: readonly Hit[];
  /** It asked which day it was: another day may find something else among the same. */
  readonly isOfItsDay: boolean;
}

/** Where nothing is otherwise than the night before, what was found then is found again. */
function lookOn(rule: Rule, group: readonly Fact[], night: Night, before: Look | undefined): Look {
  const { day, terms, segments } = night;
  const seen = seenOn(rule, group, night);
  const isAsBefore = before?.terms === terms && before.segments === segments && isSame(before.seen, seen);
  if (before && isAsBefore && !before.isOfItsDay) return before;
  let isOfItsDay = false;
  const asked = {
    terms,
    segments,
    get day() {
      isOfItsDay = true;
      return day;
    },
  };
  const hits = seen.length === 0 ? [] : rule.find(seen, asked);
  return { terms, segments, seen, hits, isOfItsDay };
}

const isSame = (one: readonly Fact[], other: readonly Fact[]): boolean =>
  one.length === other.length && one.every((fact, place) => fact === other[place]);

const NO_SEGMENTS: Asked['segments'] = [];

/** What was found first comes first. */
const inOrder = (cases: ReadonlyMap<string, ReplayedCase>): readonly ReplayedCase[] =>
  [...cases.values()].toSorted(
    (one, other) => one.foundOn.localeCompare(other.foundOn) || one.findingId.localeCompare(other.findingId),
  );

/** A group may be looked at a thousand times: whoever asks the same process something else is answered in between. */
const othersAreAnswered = () => new Promise<void>((done) => setImmediate(done));

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
