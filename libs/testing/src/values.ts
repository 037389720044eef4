import fc from 'fast-check';
import {
  FIRST_DAY,
  FIRST_MONTH,
  LAST_DAY,
  LAST_MONTH,
  type Scalar,
  type ScalarSchema,
  addDays,
  addPeriods,
  daysBetween,
  monthsBetween,
} from '#kernel';

type Values = (schema: ScalarSchema) => fc.Arbitrary<unknown>;

/** Signs that mean something to somebody between here and a table. */
const SIGNS = Array.from('aZ0 -.,;"\'`\\/%_${}<&|*\n\téñßﬁİımשन한漢ꦗ😀𝔸𠀋𐀀');

/** What is written with more than one character, or cannot be seen. */
const PIECES = [
  ...SIGNS,
  '__proto__',
  'constructor',
  'null',
  '${x}',
  "';--",
  '\\u0000',
  '\r\n',
  'e\u0301',
  '👩‍👩‍👧‍👦',
  '\u00a0',
  '\u00ad',
  '\u200b',
  '\u200d',
  '\u202e',
  '\ufeff',
  '\u2028',
  '\ue000',
  '\ufffe',
  '\u{f0000}',
  '\u{10ffff}',
  // What no store takes: nothing is made of these as long as they are refused.
  '\0',
  '\ud800',
  '\ufffd',
];

/** Every plane of Unicode, halves of characters left out: nobody takes them, and a spec of the edge says so. */
const ANY_CHARACTER = fc
  .integer({ min: 0, max: 0x10_ff_ff - 0x8_00 })
  .map((code) => String.fromCodePoint(code < 0xd8_00 ? code : code + 0x8_00));

const character = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCodePoint(code)) },
  { weight: 3, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 1, arbitrary: ANY_CHARACTER },
);

const textOf = (min: number, max: number): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .array(character, { minLength: min, maxLength: Math.max(min, Math.min(max, 12)) })
        .map((all) => all.join('')),
    },
    // As long as it may be, in characters that take the most bytes.
    {
      weight: 1,
      arbitrary: fc.constantFrom('w', 'é', '漢', '\u{10ffff}', '😀').map((one) => one.repeat(max)),
    },
    { weight: 1, arbitrary: fc.constantFrom('A', '7', 'é').map((one) => one.repeat(min)) },
  );

const digits = (min: number, max = min): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: min, maxLength: max });

const two = (value: number): string => String(value).padStart(2, '0');

/** Invented people only: the first digits are those of no region. */
const NIKS = fc
  .record({
    day: fc.integer({ min: 1, max: 31 }),
    woman: fc.boolean(),
    month: fc.integer({ min: 1, max: 12 }),
    year: fc.integer({ min: 0, max: 99 }),
    serial: fc.integer({ min: 0, max: 9999 }),
  })
  .map(
    ({ day, woman, month, year, serial }) =>
      `000000${two(day + (woman ? 40 : 0))}${two(month)}${two(year)}${String(serial).padStart(4, '0')}`,
  );

const spaced = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(text, fc.constantFrom('', '', ' ', '-'))
    .map(([all, sign]) => all.slice(0, 4) + sign + all.slice(4));

/** Edges are as likely as all that lies between them. */
const betweenEdges = (min: number, max: number): fc.Arbitrary<number> =>
  fc.oneof(fc.constantFrom(min, max), fc.integer({ min, max }));

const anyDay = betweenEdges(0, daysBetween(FIRST_DAY, LAST_DAY)).map((days) => addDays(FIRST_DAY, days));

const anyMonth = betweenEdges(0, monthsBetween(FIRST_MONTH, LAST_MONTH)).map((months) =>
  addPeriods(FIRST_MONTH, months),
);

const CLOCK_TIMES = fc
  .tuple(betweenEdges(0, 23), betweenEdges(0, 59))
  .map((parts) => parts.map(two).join(':'));

const OFFSETS = fc.constantFrom('Z', '+07:00', '+14:00', '-12:00', '+05:45');

const LARGEST = Number.MAX_SAFE_INTEGER;

/** Receipts, invoices, agreements: signs of every kind that they may have, and as long as they may be. */
const paperNumbers = (max: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({
      unit: fc.constantFrom(...'aZ09 ./-_#:()+'),
      minLength: 1,
      maxLength: Math.min(max, 12),
    }),
    fc.constantFrom('W', 'W.').map((sign) => sign.repeat(max).slice(0, max)),
  );

const UUIDS = fc.tuple(fc.uuid(), fc.boolean()).map(([id, upper]) => (upper ? id.toUpperCase() : id));

/** How values of each kind are made, by the name of the scalar. */
const VALUES: Readonly<Record<string, Values>> = {
  localDate: () => anyDay,
  period: () => anyMonth,
  instant: () =>
    fc
      .tuple(anyDay, CLOCK_TIMES, fc.constantFrom('', ':00', ':59.999', ':00.123456789'), OFFSETS)
      .map(([day, time, seconds, offset]) => `${day}T${time}${seconds || ':30'}${offset}`),
  clockTime: () => CLOCK_TIMES,
  icd10: () =>
    fc
      .tuple(fc.constantFrom('S', 'T', 'V', 'Y', 's'), digits(2), fc.constantFrom('', '.0', '.9X1Z'))
      .map((parts) => parts.join('')),
  icd9cm: () => fc.tuple(digits(2), fc.constantFrom('', '.5', '.59')).map((parts) => parts.join('')),
  uuid: () => UUIDS,
  nik: () => fc.oneof({ weight: 9, arbitrary: NIKS }, { weight: 1, arbitrary: digits(16) }),
  kpj: () => spaced(digits(11)),
  phone: () =>
    spaced(
      fc
        .tuple(fc.constantFrom('08', '+628', '628', '021'), digits(7, 10))
        .map(([start, rest]) => start + rest),
    ),
  email: () =>
    fc
      .tuple(fc.stringMatching(/^[a-z0-9._%+-]{1,20}$/), fc.stringMatching(/^[a-z0-9]{1,12}$/))
      .map(([name, host]) => `${name}@${host}.contoh.id`),
  accountNumber: () => spaced(digits(5, 30)),
  district: () => digits(6),
  area: () => fc.oneof(digits(2), digits(4), digits(6)),
  systemCode: () => fc.string({ unit: fc.constantFrom(...'aZ09._:/-'), minLength: 1, maxLength: 100 }),
  position: () => fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }).map(String),
  integer: ({ minimum = -LARGEST, maximum = LARGEST }) => betweenEdges(minimum, maximum),
  rupiah: ({ minimum = -LARGEST, maximum = LARGEST }) => betweenEdges(minimum, maximum),
  number: ({ minimum = 0, maximum = 0 }) =>
    betweenEdges(minimum * 100, maximum * 100).map((hundredths) => hundredths / 100),
  boolean: () => fc.boolean(),
  text: ({ minLength = 0, maxLength = 300 }) => textOf(minLength, maxLength),
  line: ({ minLength = 0, maxLength = 300 }) => textOf(minLength, maxLength),
  name: ({ minLength = 1, maxLength = 100 }) =>
    textOf(minLength, maxLength).map((text) => withLetter(text, maxLength)),
  paperNumber: ({ maxLength = 60 }) => paperNumbers(maxLength),
  code: ({ enum: codes = [] }) => fc.constantFrom(...codes),
  sort: ({ enum: codes = [] }) => fc.constantFrom(...codes),
  cursor: () => fc.string({ unit: fc.constantFrom(...'aZ09_-'), minLength: 1, maxLength: 40 }),
};

/** A name has a letter somewhere. */
function withLetter(text: string, max: number): string {
  return /\p{L}/u.test(text)
    ? text
    : `B${Array.from(text)
        .slice(0, max - 1)
        .join('')}`;
}

const made = new WeakMap<Scalar, fc.Arbitrary<unknown>>();

/**
 * Values of a kind of single value as people might send them, from edge to edge and in every usual way to write them. All of
 * them are accepted.
 * @throws RangeError for a scalar that nobody has said how to make
 */
export function valuesOf(scalar: Scalar): fc.Arbitrary<unknown> {
  const known = made.get(scalar) ?? newValuesOf(scalar);
  made.set(scalar, known);
  return known;
}

function newValuesOf(scalar: Scalar): fc.Arbitrary<unknown> {
  const make = Object.hasOwn(VALUES, scalar.name) ? VALUES[scalar.name] : undefined;
  if (!make)
    throw new RangeError(`How values of the scalar ${scalar.name} are made is not said in values.ts`);
  return make(scalar.jsonSchema).filter((value) => scalar.fits(scalar.normal(value)));
}
