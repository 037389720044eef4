import pg from 'pg';

type Parse = (text: string) => unknown;

/**
 * Reads an int8 as a number.
 * @throws RangeError past 2^53: a rounded amount or revision is worse than none
 */
export function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new RangeError('An int8 column holds more than a number can: select it as text');
  return value;
}

/** Reads a timestamptz as the kernel's `Instant`: ISO 8601 in UTC, milliseconds. */
function parseInstant(text: string): string {
  return new Date(text).toISOString();
}

const asText: Parse = (text) => text;

/** Lists of one dimension. None of these types has a comma in its text. */
const listOf =
  (parse: Parse): Parse =>
  (text) =>
    text === '{}'
      ? []
      : text
          .slice(1, -1)
          .split(',')
          .map((item) => (item === 'NULL' ? null : parse(item.replaceAll('"', ''))));

const { INT8, DATE, TIMESTAMPTZ } = pg.types.builtins;
const [INT8_LIST, DATE_LIST, TIMESTAMPTZ_LIST] = [1016, 1182, 1185];

const PARSERS = new Map<number, Parse>([
  [INT8, parseInt8],
  [DATE, asText],
  [TIMESTAMPTZ, parseInstant],
  [INT8_LIST, listOf(parseInt8)],
  [DATE_LIST, listOf(asText)],
  [TIMESTAMPTZ_LIST, listOf(parseInstant)],
]);

/**
 * How columns become JavaScript values, in the kernel's terms: `date` is a `LocalDate` text, `timestamptz` an `Instant`
 * text, `int8` a safe integer. `numeric` stays text. Given to each connection, never set for the whole process.
 */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: ((id: Parameters<typeof pg.types.getTypeParser>[0], format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : PARSERS.get(id)) ??
    pg.types.getTypeParser(id, format)) as typeof pg.types.getTypeParser,
};
