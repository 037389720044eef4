import type { Schema } from './operations.js';
import type { Random } from '../system/random.js';

/** Characters that may stand in a name, of every plane, some of which are more than one thing to a program. */
const CHARACTERS = [
  ...'abcXYZ019 .,-/\'"\\<>&%$;:()[]{}|~^`?*+=@#!_',
  ...'éßıİǅñœÆ¿',
  ...'ꦲꦤꦕᮃᬓ漢字한글עבריתالعربية',
  '\u0301',
  '\u00a0',
  '\ufffe',
  '\u{1d518}',
  '\u{1f469}',
  '\u{20000}',
  '\u{30000}',
  '\u{f0000}',
  '\u{10fffd}',
];

/** A value that the schema allows; what the parts of a request have to do with each other it cannot tell. */
export function valueOf(schema: Schema, random: Random): unknown {
  if (schema.enum) return random.pick(schema.enum);
  return MADE[schema.type ?? 'string'](schema, random);
}

const MADE: Readonly<Record<NonNullable<Schema['type']>, (schema: Schema, random: Random) => unknown>> = {
  object: objectOf,
  array: (schema, random) =>
    Array.from({ length: lengthOf(schema, random) }, () => valueOf(schema.items ?? {}, random)),
  integer: ({ minimum = 0, maximum = 1e6 }, random) => random.between(minimum, Math.min(maximum, 5_000_000)),
  number: ({ minimum = 0, maximum = 100 }, random) => random.between(minimum * 100, maximum * 100) / 100,
  boolean: (_schema, random) => random.chance(0.5),
  string: textOf,
};

function objectOf({ properties = {}, required = [] }: Schema, random: Random): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => required.includes(name) || random.chance(0.5))
      .map(([name, schema]) => [name, valueOf(schema, random)]),
  );
}

function lengthOf({ minItems = 0, maxItems = 5 }: Schema, random: Random): number {
  return random.between(minItems, Math.min(maxItems, minItems + 3));
}

function textOf({ format, pattern, example, minLength, maxLength = 20 }: Schema, random: Random): string {
  if (format === 'uuid') return random.uuid();
  // The number of a paper, or another form: letters and digits fit.
  if (minLength !== undefined && pattern !== undefined) return `R-${random.between(1, 1e6)}`;
  if (minLength !== undefined) return lineOf(random.between(minLength, Math.min(maxLength, 40)), random);
  const digits = /^\^\[0-9\]\{(\d+)(?:,\d+)?\}\$$/.exec(pattern ?? '')?.[1];
  if (digits !== undefined) {
    return Array.from({ length: Number(digits) }, () => random.between(0, 9)).join('');
  }
  return typeof example === 'string' ? example : lineOf(3, random);
}

/** A line that begins and ends with a letter, so that nothing is trimmed and a name is a name. */
export function lineOf(length: number, random: Random): string {
  const inner = Array.from({ length: Math.max(0, length - 2) }, () => random.pick(CHARACTERS));
  // Some characters are several: what is too long for the field is cut, by characters.
  const line = Array.from(`A${inner.join('')}`.normalize('NFC'));
  return length < 2 ? 'A' : `${line.slice(0, length - 1).join('')}z`;
}
