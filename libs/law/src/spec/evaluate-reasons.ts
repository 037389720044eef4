import {
  addDays,
  daysBetween,
  lastDayOf,
  type LocalDate,
  localDate,
  type Period,
  periodsFrom,
} from '#kernel';
import { CONVENTIONS, RULES } from '../catalogue.js';
import { DECREED_DAYS_OFF } from '../kernel/days-off.js';
import type { InputReason, OperationReason, ParameterReason, Reason } from '../explanation/reasons.js';

/** An exact value, apart from the fractions of the engine: this file knows no more than the tree and the tables of the law. */
type Exact = readonly [numerator: bigint, denominator: bigint];

const BY_ID = new Map(RULES.map((rule) => [rule.id, rule]));

/**
 * What a tree of reasons comes to, worked out again from the request and the tables alone, in whole rupiah, halves up.
 * @throws Error for a leaf that is neither a number of the law nor a field of the request, or an operation that says something else
 */
export function evaluateReasons(because: Reason, request: object, fields: readonly string[]): number {
  const [numerator, denominator] = evaluate(because, request, fields);
  return Number((2n * numerator + denominator) / (2n * denominator));
}

function evaluate(reason: Reason, request: object, fields: readonly string[]): Exact {
  switch (reason.kind) {
    case 'INPUT': {
      const [name = ''] = reason.field.split('.');
      if (!fields.includes(name)) throw new Error(`${reason.field} is no field of this calculator`);
      const stated = at(request, reason.field);
      if (reason.given !== (stated !== undefined)) throw new Error(`${reason.field} was ${String(stated)}`);
      return numberOf(reason.given ? stated : reason.value, reason);
    }
    case 'PARAMETER': {
      const version = BY_ID.get(reason.rule)?.versions.find(
        ({ from, until }) => from === reason.from && until === reason.until,
      );
      if (!version) throw new Error(`${reason.rule} has no version from ${reason.from}`);
      const value = reason.part === undefined ? version.value : at(version.value, reason.part);
      return numberOf(value, reason);
    }
    case 'CONVENTION':
      return numberOf(CONVENTIONS.find(({ id }) => id === reason.id)?.value, reason);
    case 'NUMBER':
      throw new Error(`${reason.text} comes from nowhere`);
    case 'OPERATION': {
      const of = reason.of.map((part) => evaluate(part, request, fields));
      const value = reason.operation === 'COUNT' ? countedAgain(reason) : OPERATIONS[reason.operation](of);
      if (!same(value, written(reason.exact))) throw new Error(`${reason.text} is not ${reason.exact}`);
      return value;
    }
    default:
      throw new Error('A reason of a kind that nobody knows');
  }
}

const OPERATIONS: Readonly<
  Record<Exclude<OperationReason['operation'], 'COUNT'>, (of: readonly Exact[]) => Exact>
> = {
  MULTIPLY: (of) => of.reduce(times),
  ADD: (of) => of.reduce(plus),
  SUBTRACT: ([from, taken]) => {
    const rest = plus(from!, times([-1n, 1n], taken!));
    return rest[0] < 0n ? [0n, 1n] : rest;
  },
  AT_MOST: ([value, limit]) => (isLess(limit!, value!) ? limit! : value!),
  AT_LEAST: ([value, limit]) => (isLess(value!, limit!) ? limit! : value!),
  DIVIDE: ([dividend, divisor]) => times(dividend!, inverse(divisor!)),
  ONE_IN: ([parts]) => inverse(parts!),
  IN_YEARS: ([months]) => times(months!, [1n, 12n]),
  WITHOUT_PERCENT: ([points]) => times([100n, 1n], inverse(plus([100n, 1n], points!))),
  LOOK_UP: ([found]) => found!,
  ROUND: ([[numerator, denominator] = [0n, 1n]]) => [(2n * numerator + denominator) / (2n * denominator), 1n],
};

/** @throws Error for a number that was counted from something else */
function countedAgain({ of, exact }: OperationReason): Exact {
  const inputs = of.filter((part) => part.kind === 'INPUT');
  const rules = of.filter((part) => part.kind === 'PARAMETER');
  const field = inputs[0]?.field.split('.').at(-1) ?? 'nothing';
  const count = COUNTS[field];
  if (!count) throw new Error(`${exact} was counted from ${field}`);
  return [BigInt(count(inputs, rules, exact)), 1n];
}

const A_SUNDAY = localDate('2015-06-28');

/** By the first field that a number was counted from. */
const COUNTS: Readonly<
  Record<
    string,
    (
      inputs: readonly InputReason[],
      rules: readonly ParameterReason[],
      exact: string,
    ) => bigint | number | string
  >
> = {
  /** Full tens of the loss of both eyes, the better one counting three times. */
  betterEyeLossPct: ([better, worse]) => {
    const [loss, whole] = plus(
      times([3n, 1n], written(String(better!.value))),
      written(String(worse!.value)),
    );
    return loss / (40n * whole);
  },
  /** Calendar days after the working day on which a payment was due. */
  completeOn: ([complete, paid, holidays], [due]) => {
    const free = (holidays?.value ?? []) as readonly LocalDate[];
    let day = complete!.value as LocalDate;
    for (let left = Number(due!.value); left > 0;) {
      day = addDays(day, 1);
      const weekend = [0, 6].includes(daysBetween(A_SUNDAY, day) % 7);
      if (!weekend && !DECREED_DAYS_OFF.has(day) && !free.includes(day)) left -= 1;
    }
    return Math.max(0, daysBetween(day, paid!.value as LocalDate));
  },
  /** The months that end within the days of the relief; of those without one only that they are fewer than all. */
  period: ([first, months], [relief], exact) => {
    const ends = periodsFrom(first!.value as Period, Number(months!.value)).map(lastDayOf);
    if (!relief) return Number(exact) < ends.length ? exact : 0;
    return ends.filter((day) => relief.from <= day && (relief.until === undefined || day <= relief.until))
      .length;
  },
};

const plus = ([a, b]: Exact, [c, d]: Exact): Exact => [a * d + c * b, b * d];
const times = ([a, b]: Exact, [c, d]: Exact): Exact => [a * c, b * d];
const inverse = ([a, b]: Exact): Exact => [b, a];
const isLess = ([a, b]: Exact, [c, d]: Exact) => a * d < c * b;
const same = ([a, b]: Exact, [c, d]: Exact) => a * d === c * b;

/** What stands in the law or in the request, as a number; a percentage in hundredths. A fact is none, and not reckoned with. */
function numberOf(value: unknown, { text }: { readonly text?: string }): Exact {
  if (text === undefined) return [0n, 1n];
  const exact = written(String(value).replaceAll(',', '').replace('%', ''));
  return text.endsWith('%') ? times(exact, [1n, 100n]) : exact;
}

/** `36000000`, `4.5` or `9/200`. */
function written(digits: string): Exact {
  const [numerator = '', denominator = '1'] = digits.split('/');
  const [whole = '', decimals = ''] = numerator.split('.');
  return [BigInt(whole + decimals), BigInt(denominator) * 10n ** BigInt(decimals.length)];
}

const at = (whole: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (found, name) => (typeof found === 'object' && found !== null ? Reflect.get(found, name) : undefined),
      whole,
    );
