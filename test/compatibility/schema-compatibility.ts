import type { JsonSchema } from '#publishing/contracts';

/** What a schema says for people only. */
const REMARKS = new Set(['description', 'title', 'examples', '$schema', '$id']);

/** Bounds from below and from above. */
const [LEAST, MOST] = [
  ['minimum', 'minLength', 'minItems'],
  ['maximum', 'maxLength', 'maxItems'],
] as const;

const SAME = ['type', 'format', 'pattern', 'const', 'multipleOf'] as const;

const KNOWN = new Set<string>([
  ...REMARKS,
  ...SAME,
  ...LEAST,
  ...MOST,
  'enum',
  'items',
  'properties',
  'required',
]);

type Schema = Readonly<Record<string, unknown>> & Pick<JsonSchema, 'items' | 'properties' | 'required'>;

/**
 * Why two schemas of one contract do not go together, in either direction (full compatibility): whoever reads by the one must be able to
 * read everything that is written by the other. Readers ignore fields that they do not know, so an optional one may come and go.
 * @returns nothing when they do
 */
export function differencesThatBreak(older: JsonSchema, newer: JsonSchema): string[] {
  return [
    ...unreadable(older as Schema, newer as Schema, 'data').map((why) => `who reads by the older: ${why}`),
    ...unreadable(newer as Schema, older as Schema, 'data').map((why) => `who reads by the newer: ${why}`),
  ];
}

/** What somebody who reads by one schema cannot take of what is written by another. */
function unreadable(reader: Schema, writer: Schema, at: string): string[] {
  const unknown = [reader, writer].flatMap(Object.keys).find((keyword) => !KNOWN.has(keyword));
  if (unknown !== undefined) return [`${at} has ${unknown}, of which nothing is known here`];
  return [
    ...SAME.filter((one) => reader[one] !== undefined && reader[one] !== writer[one]).map(
      (one) => `${at} has the ${one} ${String(writer[one])}, not ${String(reader[one])}`,
    ),
    ...unknownValues(reader['enum'], writer['enum']).map((value) => `${at} can be ${value}`),
    ...beyond(reader, writer).map((bound) => `${at} can be beyond its ${bound}`),
    ...(reader.required ?? [])
      .filter((field) => !writer.required?.includes(field))
      .map((field) => `${at}.${field} is not always there`),
    ...fieldsOfBoth(reader, writer).flatMap((field) =>
      unreadable(reader.properties![field] as Schema, writer.properties![field] as Schema, `${at}.${field}`),
    ),
    ...(reader.items && writer.items
      ? unreadable(reader.items as Schema, writer.items as Schema, `${at}[]`)
      : []),
  ];
}

function unknownValues(reader: unknown, writer: unknown): string[] {
  if (!Array.isArray(reader)) return [];
  if (!Array.isArray(writer)) return ['anything'];
  return writer.filter((value) => !reader.includes(value)).map(String);
}

function beyond(reader: Schema, writer: Schema): string[] {
  const number = (schema: Schema, keyword: string, otherwise: number) =>
    (schema[keyword] as number | undefined) ?? otherwise;
  return [
    ...LEAST.filter((one) => number(writer, one, -Infinity) < number(reader, one, -Infinity)),
    ...MOST.filter((one) => number(writer, one, Infinity) > number(reader, one, Infinity)),
  ];
}

const fieldsOfBoth = (one: Schema, other: Schema): string[] =>
  Object.keys(one.properties ?? {}).filter((field) => other.properties?.[field] !== undefined);
