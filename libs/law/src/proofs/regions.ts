import type { LocalDate } from '#kernel';
import type { Bilingual } from '../kernel/provision.js';
import type { Rule } from '../kernel/rule.js';
import { versionOn } from '../kernel/rule.js';
import { cutsOf } from './edges.js';

/** Whole numbers, both included, of which a rule says one and the same thing. */
export interface Region {
  readonly from: number;
  readonly to: number;
  readonly says: string;
}

/** One input that rules divide: an income, a wage, months, an age. Whole numbers from `least` to `most`. */
export interface Axis {
  readonly kind: 'AXIS';
  readonly rules: readonly Rule<unknown>[];
  readonly what: Bilingual;
  readonly least: number;
  readonly most: number;
  /** The regions that the data of the rules state on a day; nothing while a rule does not exist. */
  readonly regions: (on: LocalDate) => readonly Region[] | undefined;
  /** What the engine says of one point, asked as anybody asks it. */
  readonly answer: (point: number, on: LocalDate) => string;
}

/** One input of a few named values, each of which has to be found in the data exactly once. */
export interface Choice {
  readonly kind: 'CHOICE';
  readonly rules: readonly Rule<unknown>[];
  readonly what: Bilingual;
  readonly members: readonly string[];
  /** What the data state, name by name; nothing while a rule does not exist. */
  readonly entries: (on: LocalDate) => readonly (readonly [member: string, says: string])[] | undefined;
  readonly answer: (member: string, on: LocalDate) => string;
}

export type Divided = Axis | Choice;

export const axis = (definition: Omit<Axis, 'kind'>): Axis => ({ kind: 'AXIS', ...definition });
export const choice = (definition: Omit<Choice, 'kind'>): Choice => ({ kind: 'CHOICE', ...definition });

export interface RegionsProof {
  readonly rules: readonly string[];
  readonly what: Bilingual;
  /** The days on which the data of the rules change; between two of them they are the same. */
  readonly days: readonly LocalDate[];
  /** Regions over all these days. */
  readonly regions: number;
  /** Points at which the engine was asked. */
  readonly points: number;
  readonly faults: readonly string[];
}

/**
 * Proves that the data of the rules divide the whole of an input, without a gap and without an overlap, and that the engine
 * divides it at the very same places: it is asked on both sides of each edge and at points between.
 */
export function proveRegions(divided: Divided): RegionsProof {
  const { rules, what } = divided;
  const found = changesOf(rules).flatMap((day) => {
    const proof = divided.kind === 'AXIS' ? proveAxisOn(divided, day) : proveChoiceOn(divided, day);
    return proof ? [{ day, ...proof }] : [];
  });
  const none = found.length === 0 ? ['no day on which its data state regions'] : [];
  const name = rules.map(({ id }) => id).join(', ');
  return {
    rules: rules.map(({ id }) => id),
    what,
    days: found.map(({ day }) => day),
    regions: total(found.map(({ regions }) => regions)),
    points: total(found.map(({ points }) => points)),
    faults: [...none, ...found.flatMap(({ day, faults }) => faults.map((fault) => `on ${day} ${fault}`))].map(
      (fault) => `${name}: ${what.en}: ${fault}`,
    ),
  };
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

interface DayProof {
  readonly regions: number;
  readonly points: number;
  readonly faults: readonly string[];
}

/** The days on which one of the rules begins to say something else. */
function changesOf(rules: readonly Rule<unknown>[]): readonly LocalDate[] {
  const days = rules.flatMap(({ versions }) => cutsOf(versions));
  return [...new Set(days)].sort().filter((day) => rules.some((rule) => versionOn(rule, day)));
}

function proveAxisOn({ least, most, regions, answer }: Axis, on: LocalDate): DayProof | undefined {
  const stated = regions(on);
  if (!stated) return undefined;
  const inOrder = stated.toSorted((a, b) => a.from - b.from);
  const asked = inOrder.flatMap((region) => pointsOf(region).map((point) => ({ region, point })));
  const wrong = asked.flatMap(({ region: { from, to, says }, point }) => {
    const said = answer(point, on);
    return said === says ? [] : [`at ${point} it says ${said}, though ${from} to ${to} is ${says}`];
  });
  return {
    regions: inOrder.length,
    points: asked.length,
    faults: [...seamsOf(inOrder, least, most), ...wrong],
  };
}

/** Gaps and overlaps between regions in order, the ends of the axis included. */
function seamsOf(inOrder: readonly Region[], least: number, most: number): readonly string[] {
  const edges = [{ to: least - 1 }, ...inOrder];
  const seams = inOrder.flatMap(({ from, to }, index) => {
    const before = edges[index]!.to;
    return [
      ...(from > before + 1 ? [`nothing is said of ${before + 1} to ${from - 1}`] : []),
      ...(from <= before ? [`${from} to ${Math.min(before, to)} is said twice`] : []),
      ...(to < from ? [`${from} to ${to} is no region`] : []),
    ];
  });
  const last = edges.at(-1)!.to;
  return [
    ...seams,
    ...(last < most ? [`nothing is said of ${last + 1} to ${most}`] : []),
    ...(last > most ? [`${most + 1} to ${last} lies beyond the axis`] : []),
  ];
}

/** Regions of this size are asked point by point. */
const ASKED_WHOLE = 40;

/** Both ends, their neighbours, and points between that are not round. */
function pointsOf({ from, to }: Region): readonly number[] {
  if (to - from < ASKED_WHOLE)
    return Array.from({ length: Math.max(to - from + 1, 0) }, (_, index) => from + index);
  const between = [0.000_37, 0.021, 0.173, 0.382, 0.5, 0.618, 0.871, 0.997].map((part) =>
    Math.floor(from + (to - from) * part),
  );
  return [...new Set([from, from + 1, ...between, to - 1, to])];
}

function proveChoiceOn({ members, entries, answer }: Choice, on: LocalDate): DayProof | undefined {
  const stated = entries(on);
  if (!stated) return undefined;
  const unknown = stated
    .filter(([member]) => !members.includes(member))
    .map(([member]) => `${member} is unknown`);
  const wrong = members.flatMap((member) => {
    const found = stated.filter(([name]) => name === member);
    if (found.length !== 1) return [`${member} is found ${found.length} times`];
    const said = answer(member, on);
    return said === found[0]![1] ? [] : [`of ${member} it says ${said}, not ${found[0]![1]}`];
  });
  return { regions: stated.length, points: members.length, faults: [...unknown, ...wrong] };
}

/** Regions of a value that changes at each of its first points: `[0, 'minor'], [18, 'adult']`. */
export function stepsTo(
  most: number,
  ...steps: readonly (readonly [from: number, says: string])[]
): Region[] {
  return steps.map(([from, says], index) => {
    const next = steps[index + 1];
    return { from, to: next ? next[0] - 1 : most, says };
  });
}
