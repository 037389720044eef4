import { type LocalDate, addDays } from '#kernel';
import type { Fact, FactKind } from '../fact.js';
import type { FindingOpened, FindingSubject, Measure, RuleId } from '../finding.events.js';
import type { Terms } from '../terms.js';

type Subject = FindingOpened['data']['subjects'][number];
type Measured = FindingOpened['data']['measures'][number];

/** A case that a rule has found. */
export interface Hit {
  /** What makes it this case and no other: ids, days and places in the log. The finding is known by it, so its parts never change. */
  readonly key: readonly string[];
  readonly subjects: readonly Subject[];
  readonly measures: readonly Measured[];
  readonly proof: readonly string[];
  /**
   * What cases have in common that are one matter, such as an account that one claim after the other names: who has said of a claim what to
   * make of one has said so of all.
   */
  readonly matter?: readonly string[];
}

/** How many registrations of a segment there were, and how many of these died soon. */
export interface SegmentCount {
  readonly segment: string;
  readonly registrations: number;
  readonly deaths: number;
}

/** On which day it is looked, by which thresholds. */
export interface Asked {
  readonly day: LocalDate;
  readonly terms: Terms;
  /** Of everybody, not of the group alone. */
  readonly segments: readonly SegmentCount[];
}

/** A rule of reference 7. It looks at groups of facts that have something in common, one after the other. */
export interface Rule {
  readonly id: RuleId;
  /** What the facts of a group have in common. */
  readonly by: 'personId' | 'key' | 'actorId';
  /** A group is looked at where it has one of this kind. */
  readonly lead: FactKind;
  /** Only where one of these is of the last so many days; of any day where it is missing. */
  readonly ledWithin?: (terms: Terms) => number;
  /** What is looked at of a group. */
  readonly kinds: readonly FactKind[];
  /** Of those that lead, only what is of the last so many days; everything where it is missing. What stands beside them is looked at whole. */
  readonly lookBack?: (terms: Terms) => number;
  /** Claims of these are concerned by what is found, also where nothing in the group names them; absent where the group names them all. */
  readonly claimsOf?: 'PERSON' | 'ACCIDENT';
  /** What is found among the facts of one group, which are of the day or earlier, the oldest first. */
  readonly find: (group: readonly Fact[], asked: Asked) => readonly Hit[];
}

/** What a rule looks at of a group on a day, of facts in their order; nothing where none leads it then. */
export function seenOn(
  { lead, kinds, ledWithin, lookBack }: Rule,
  group: readonly Fact[],
  { day, terms }: Pick<Asked, 'day' | 'terms'>,
): readonly Fact[] {
  const since = (days: number | undefined) => (days === undefined ? undefined : addDays(day, -days));
  const [ledSince, seenSince] = [since(ledWithin?.(terms)), since(lookBack?.(terms))];
  const isAfter = (on: LocalDate, start: LocalDate | undefined) => start === undefined || on > start;
  const isLed = group.some(({ kind, onDay }) => kind === lead && onDay <= day && isAfter(onDay, ledSince));
  if (!isLed) return [];
  return group.filter(
    ({ kind, onDay }) => kinds.includes(kind) && onDay <= day && (kind !== lead || isAfter(onDay, seenSince)),
  );
}

/** More would say nothing more. */
const MOST_PROOFS = 100;

/** Somebody or something that a case is about. */
export const subject = (kind: FindingSubject, id: string): Subject => ({ kind, id });

/** Whom facts are about, each person once. */
export const persons = (facts: readonly Fact[]): readonly Subject[] =>
  distinct(facts.flatMap(({ personId }) => personId ?? [])).map((id) => subject('PERSON', id));

/** What was measured, by name, as a finding keeps it. */
export const measured = (values: Partial<Record<Measure, number | LocalDate>>): readonly Measured[] =>
  (Object.entries(values) as [Measure, number | LocalDate][]).map(([of, value]) => ({ of, value }));

/** The places in the log of these facts, each once, in the order of the log. */
export const proofOf = (
  facts: readonly Pick<Fact, 'position'>[],
  more: readonly (string | null)[] = [],
): readonly string[] =>
  distinct([...facts.map(({ position }) => position), ...more.filter((one) => one !== null)])
    .toSorted(byPlace)
    .slice(-MOST_PROOFS);

const byPlace = (one: string, other: string): number => (BigInt(one) < BigInt(other) ? -1 : 1);

/** Whether something stands before another place in the log. */
export const isBefore = (one: string, other: string): boolean => BigInt(one) < BigInt(other);

export const distinct = <Value>(values: readonly Value[]): readonly Value[] => [...new Set(values)];

/** What makes cases one matter that are found among the same facts, as more of them come: the first, which stays the first. */
export const matterOf = ([first]: readonly Fact[]): readonly string[] => (first ? [first.id] : []);

/** The one that was recorded last. */
export const newest = <One extends Pick<Fact, 'position'>>(facts: readonly One[]): One =>
  facts.reduce((last, one) => (isBefore(last.position, one.position) ? one : last));

/** A window of so many days that ends on a day. */
export const isWithin = (on: LocalDate, day: LocalDate, days: number): boolean =>
  on > addDays(day, -days) && on <= day;

/** In the order in which a key comes first. */
export function grouped<One>(
  all: readonly One[],
  keyOf: (one: One) => string | null,
): readonly (readonly One[])[] {
  const groups = new Map<string, One[]>();
  for (const one of all) {
    const key = keyOf(one);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

/** Each two of them once. */
export const pairs = <One>(all: readonly One[]): readonly (readonly [One, One])[] =>
  all.flatMap((one, place) => all.slice(place + 1).map((other) => [one, other] as const));

/** What goes on like this is looked at once in a quarter of a year. */
export const quarterOf = (day: LocalDate): string =>
  `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
