import {
  CLOCK_TIME,
  DAY,
  LARGEST_AMOUNT,
  LARGEST_SUM,
  type LocalDate,
  LONGEST_LIST,
  MONTH,
  type Period,
  type Rupiah,
  type Scalar,
  YES_NO,
  lastDayOf,
  measure as decimals,
  rupiah,
} from '#kernel';
import { type InputErrorCode, invalid } from './input-error.js';
import { MONTHS_OF_A_LIFE } from './of-a-life.js';
import { FIRST_LAW } from './rule.js';
import { SEGMENTS } from './segment.js';

const { hasOwn } = Object;

/** Turns an untrusted value into a typed one, or throws a Rejection that names the path. */
export type Reader<Value> = (value: unknown, path: string) => Value;

/** One reader for each field of a typed input; the compiler keeps the two in step. */
export type Fields<Input> = { readonly [Name in keyof Input]-?: Reader<Input[Name]> };

/** A construction contract may be larger than any amount of one person. */
export const LARGEST_CONTRACT = LARGEST_SUM;

export function optional<Value>(read: Reader<Value>): Reader<Value | undefined> {
  return (value, path) => (value === undefined ? undefined : read(value, path));
}

function given(value: unknown, path: string): unknown {
  if (value === undefined) throw invalid('MISSING_FIELD', `${path} is needed`);
  return value;
}

/** A kind of value that the kernel knows. */
function fitting<Value>(scalar: Scalar<Value>, code: InputErrorCode): Reader<Value> {
  return (value, path) => {
    given(value, path);
    if (!scalar.fits(value)) throw invalid(code, `${path} must be ${scalar.words.en}`);
    return value;
  };
}

/** A whole number from `least` to `most`. */
export function integer(least: number, most: number): Reader<number> {
  return (value, path) => {
    const number = finite(value, path);
    if (!Number.isInteger(number)) throw invalid('NOT_WHOLE', `${path} must be a whole number`);
    if (!Number.isSafeInteger(number)) throw invalid('UNSAFE_INTEGER', `${path} is too large to be exact`);
    // JSON knows a negative zero; money does not.
    return inRange(number, least, most, path) || 0;
  };
}

function finite(value: unknown, path: string): number {
  given(value, path);
  if (typeof value !== 'number' || Number.isNaN(value))
    throw invalid('NOT_A_NUMBER', `${path} must be a number`);
  if (!Number.isFinite(value)) throw invalid('UNSAFE_INTEGER', `${path} is too large to be exact`);
  return value;
}

function inRange(number: number, least: number, most: number, path: string): number {
  if (number < 0 && least >= 0) throw invalid('NEGATIVE_AMOUNT', `${path} must not be negative`);
  if (number < least || number > most) throw invalid('OUT_OF_RANGE', `${path} must be ${least} to ${most}`);
  return number;
}

/** An amount in whole rupiah. */
export function amount(most = LARGEST_AMOUNT): Reader<Rupiah> {
  const read = integer(0, most);
  return (value, path) => rupiah(read(value, path));
}

/** A percentage or a measure with at most two decimals; it is calculated with as a fraction. */
export function measure(least: number, most: number): Reader<number> {
  const allowed = decimals({ min: least, max: most });
  return (value, path) => {
    const number = inRange(finite(value, path), least, most, path) || 0;
    if (!allowed.fits(number)) throw invalid('OUT_OF_RANGE', `${path} may have two decimals at most`);
    return number;
  };
}

export const bool = fitting(YES_NO, 'NOT_A_BOOLEAN');

/** One of the words allowed; `synonyms` maps other usual words to them. */
export function oneOf<const Word extends string>(
  words: readonly Word[],
  synonyms: Readonly<Record<string, Word>> = {},
): Reader<Word> {
  return (value, path) => {
    given(value, path);
    const word = words.find((allowed) => allowed === value);
    const synonym = typeof value === 'string' && hasOwn(synonyms, value) ? synonyms[value] : undefined;
    const found = word ?? synonym;
    if (found === undefined) throw invalid('UNKNOWN_VALUE', `${path} must be one of ${words.join(', ')}`);
    return found;
  };
}

/** A segment; staff of state bodies that are no civil servants (non-ASN) are wage earners to the law. */
export const segment = oneOf(SEGMENTS, { NON_ASN: 'PU' });

/** One of the numbers allowed. */
export function oneOfNumbers<const Allowed extends number>(numbers: readonly Allowed[]): Reader<Allowed> {
  return (value, path) => {
    const number = finite(value, path);
    const found = numbers.find((allowed) => allowed === number);
    if (found === undefined) throw invalid('OUT_OF_RANGE', `${path} must be one of ${numbers.join(', ')}`);
    return found;
  };
}

export const date = fitting(DAY, 'INVALID_DATE');

/** The day of an event in the world, which chooses the law. */
export const eventDate: Reader<LocalDate> = (value, path) => {
  const day = date(value, path);
  if (day < FIRST_LAW) throw invalid('DATE_BEFORE_FIRST_LAW', `${path} must not be before ${FIRST_LAW}`);
  return day;
};

const anyMonth = fitting(MONTH, 'INVALID_PERIOD');

/** A contribution month. */
export const month: Reader<Period> = (value, path) => {
  const read = anyMonth(value, path);
  if (lastDayOf(read) < FIRST_LAW) {
    throw invalid('DATE_BEFORE_FIRST_LAW', `${path} must not be before ${FIRST_LAW.slice(0, 7)}`);
  }
  return read;
};

/** A time of day, `HH:MM`. */
export const timeOfDay = fitting(CLOCK_TIME, 'INVALID_TIME');

export function list<Item>(read: Reader<Item>, most = LONGEST_LIST): Reader<readonly Item[]> {
  return (value, path) => {
    given(value, path);
    if (!Array.isArray(value)) throw invalid('NOT_A_LIST', `${path} must be a list`);
    if (value.length > most) throw invalid('OUT_OF_RANGE', `${path} may have ${most} entries at most`);
    return value.map((item, index) => read(item, `${path}[${index}]`));
  };
}

/** Any number of named values, the names being from a fixed set; keeps the order in which they came. */
export function record<const Key extends string, Value>(
  keys: readonly Key[],
  read: Reader<Value>,
): Reader<Readonly<Partial<Record<Key, Value>>>> {
  const isKey = (name: string): name is Key => (keys as readonly string[]).includes(name);
  return (value, path) => {
    const result: Partial<Record<Key, Value>> = {};
    const source = object(value, path);
    for (const name of Object.keys(source)) {
      if (!isKey(name)) throw invalid('UNKNOWN_FIELD', `${path}.${name} is not one of ${keys.join(', ')}`);
      result[name] = read(source[name], `${path}.${name}`);
    }
    return result;
  };
}

/** An object inside the request; an unknown field in it is an error, because it would change the money. */
export function nested<Input>(fields: Fields<Input>): Reader<Input> {
  return (value, path) => {
    const source = object(value, path);
    const unknown = Object.keys(source).find((name) => !hasOwn(fields, name));
    if (unknown !== undefined) throw invalid('UNKNOWN_FIELD', `${path}.${unknown} is not known`);
    return readFields(fields, source, `${path}.`);
  };
}

export function object(value: unknown, path: string): Readonly<Record<string, unknown>> {
  given(value, path);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalid('NOT_AN_OBJECT', `${path} must be an object`);
  }
  return value as Readonly<Record<string, unknown>>;
}

/** Reads each field with its reader, in the order of the fields. */
export function readFields<Input>(
  fields: Fields<Input>,
  source: Readonly<Record<string, unknown>>,
  prefix = '',
): Input {
  const read: Partial<Input> = {};
  for (const name in fields) {
    const given = hasOwn(source, name) ? source[name] : undefined;
    const value = fields[name](given, prefix + name);
    if (value !== undefined) read[name] = value;
  }
  return read as Input;
}

export const months = integer(0, MONTHS_OF_A_LIFE);
export const age = optional(integer(0, 130));
