import { addDays, type LocalDate, localDate } from '#kernel';
import type { Provision } from './provision.js';
import type { Rule, Version } from './rule-data.js';

/**
 * What somebody proposes to change: the id of a rule, and from which days it is to hold what value. From the first of these
 * days on nothing else of the rule applies; `null` gives back, from its day, what the law says.
 */
export type Reform = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What a proposed value rests on: no law. */
export const PROPOSED: Provision = { law: 'Reform', article: 'proposed', sources: [], confidence: 'D' };

/** A reform and the rules that were read under it so far, as they are with it. */
interface Reading {
  readonly reform: Reform;
  readonly rules: Map<Rule<unknown>, Rule<unknown>>;
}

/** The reform under which is computed just now: calculations are synchronous, so there is one at most. */
let current: Reading | undefined;

const READINGS = new WeakMap<Reform, Reading>();

/**
 * Computes under a reform. Everything that is computed meanwhile reads the rules as the reform has them, and so do texts of
 * a component that are written later. Within a reform another one takes its place. The same object may be given any number
 * of times: what it changes is worked out once.
 * @throws TypeError when `compute` is asynchronous: what it reads later would not be reformed
 */
export function underReform<Result>(reform: Reform, compute: () => Result): Result {
  let reading = READINGS.get(reform);
  if (!reading) {
    reading = { reform, rules: new Map() };
    READINGS.set(reform, reading);
  }
  const result = within(reading, compute);
  if (result instanceof Promise)
    throw new TypeError('Only what is synchronous can be computed under a reform');
  return result;
}

/** True while something is computed under a reform: what comes out is not the law. */
export const isUnderReform = (): boolean => current !== undefined;

/** How to compute later as it would be computed now, for what is put off until somebody asks for it. */
export function asOfNow(): Later {
  const reading = current;
  return reading ? (compute) => within(reading, compute) : asTheLawIs;
}

export type Later = <Result>(compute: () => Result) => Result;

const asTheLawIs: Later = (compute) => compute();

function within<Result>(reading: Reading, compute: () => Result): Result {
  const before = current;
  current = reading;
  try {
    return compute();
  } finally {
    current = before;
  }
}

/** The rule as the reform has it under which is computed; itself when there is none or it does not speak of this rule. */
export function asReformed<Value>(rule: Rule<Value>): Rule<Value> {
  return current === undefined ? rule : (reformedOnce(current, rule) as Rule<Value>);
}

function reformedOnce({ reform, rules }: Reading, rule: Rule<unknown>): Rule<unknown> {
  let reformed = rules.get(rule);
  if (!reformed) {
    const proposed = proposedFor(rule, reform);
    reformed = proposed ? { ...rule, versions: versionsUnder(proposed, rule) } : rule;
    rules.set(rule, reformed);
  }
  return reformed;
}

/** What is proposed for a rule, by itself or for the one that it follows. */
function proposedFor({ id, follows }: Rule<unknown>, reform: Reform): Reform[string] | undefined {
  if (Object.hasOwn(reform, id)) return reform[id];
  return follows && proposedFor(follows, reform);
}

/**
 * The versions of a rule under what is proposed for it.
 * @throws RangeError for a day that does not exist
 */
function versionsUnder<Value>(
  proposed: Readonly<Record<string, unknown>>,
  { versions }: Pick<Rule<Value>, 'versions'>,
): readonly Version<Value>[] {
  const days = Object.keys(proposed)
    .map((day) => localDate(day))
    .sort();
  if (days.length === 0) return versions;
  return [
    ...cut(versions, undefined, addDays(days[0]!, -1)),
    ...days.flatMap((from, at): readonly Version<Value>[] => {
      const next = days[at + 1];
      const until = next && addDays(next, -1);
      const value = proposed[from];
      if (value === null) return cut(versions, from, until);
      return [{ ...PROPOSED, from, ...(until && { until }), value: value as Value }];
    }),
  ];
}

/** What is left of the versions between two days, both included. */
function cut<Value>(
  versions: readonly Version<Value>[],
  first: LocalDate | undefined,
  last: LocalDate | undefined,
): readonly Version<Value>[] {
  return versions.flatMap((version) => {
    const from = first !== undefined && version.from < first ? first : version.from;
    const until =
      last !== undefined && (version.until === undefined || version.until > last) ? last : version.until;
    if (until === undefined) return [{ ...version, from }];
    return from <= until ? [{ ...version, from, until }] : [];
  });
}
