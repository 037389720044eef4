import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as kernel from './index.js';

const { listOfItems, line, measure, mustBe, oneOf, text, wholeNumber } = kernel;
const { LARGEST_AMOUNT, LARGEST_SUM, LONGEST_LIST } = kernel;
const { ACCOUNT_NUMBER, AREA, CLOCK_TIME, CODE, DAY, DISTRICT, INSTANT, MONTH, NAME, NIK, PHONE } = kernel;
const { POSITION, RECORDED_DAY, RECORDED_LINE, RECORDED_RUPIAH, RECORDED_TEXT, RUPIAH } = kernel;
const { UUID, YES_NO } = kernel;
type Scalar = kernel.Scalar;

const TEXT = text({ max: 20 });
const LINE = line({ max: 20 });
const COUNT = wholeNumber({ min: -3, max: 12 });
const PERCENT = measure({ min: 0, max: 100 });
const SEGMENT = oneOf(['PU', 'BPU']);

const isScalar = (value: unknown): value is Scalar =>
  typeof value === 'object' && value !== null && 'jsonSchema' in value;

/** Every one of the kernel, and one of each kind that is made. */
const SCALARS: readonly (readonly [string, Scalar])[] = Object.entries<unknown>({
  ...kernel,
  TEXT,
  LINE,
  COUNT,
  PERCENT,
  SEGMENT,
}).flatMap(([name, value]) => (isScalar(value) ? [[name, value] as const] : []));

/** Every half of a character, control and space among the rest: what senders can put into JSON. */
const anyText = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));
const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
const pad = (value: number, length: number) => String(value).padStart(length, '0');
const parts = fc.tuple(
  fc.nat(9999),
  fc.integer({ min: 0, max: 13 }),
  fc.integer({ min: 0, max: 32 }),
  fc.nat(24),
  fc.nat(60),
);

/** Values of every kind, most of them near what some scalar takes. */
const anyValue = fc.oneof(
  anyText,
  fc.string(),
  fc.uuid(),
  fc.uuid().map((id) => id.toUpperCase()),
  parts.map(([year, month, day]) => `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`),
  parts.map(([year, month]) => `${pad(year, 4)}-${pad(month, 2)}`),
  parts.map(([, , , hour, minute]) => `${pad(hour, 2)}:${pad(minute, 2)}`),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  parts.map(([year, , , hour]) => `${pad(year, 4)}-03-02T09:30:00+${pad(hour, 2)}:00`),
  fc.oneof(...[2, 4, 5, 6, 16, 19, 30].map(digits)),
  digits(9).map((number) => `+62 8${number.slice(0, 2)}-${number.slice(2)}`),
  fc.constantFrom('PU', 'BPU', 'true', '-0', '0'),
  fc.integer(),
  fc.integer({ min: -5, max: 15 }),
  fc.maxSafeInteger(),
  fc.double(),
  fc.integer({ min: -100, max: 12_000 }).map((cents) => cents / 100),
  fc.boolean(),
  fc.anything(),
);

const MANY = { numRuns: 2000 };

describe.each(SCALARS)('%s', (_name, scalar) => {
  // A line that was recorded may be anything: it goes out again, and into no table.
  it('survives JSON and can be kept by PostgreSQL, whenever it fits', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const normal = scalar.normal(value);
        if (!scalar.fits(normal)) return;
        const written = JSON.stringify(normal);
        expect(JSON.parse(Buffer.from(written, 'utf8').toString('utf8'))).toBe(normal);
        if (typeof normal !== 'string' || scalar === RECORDED_LINE) return;
        expect(normal.isWellFormed() && !normal.includes('\0')).toBe(true);
      }),
      MANY,
    );
  });

  it('has one normal form, and fits in no other', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const normal = scalar.normal(value);
        expect(Object.is(scalar.normal(normal), normal)).toBe(true);
        if (scalar.fits(value)) expect(normal).toBe(value);
      }),
      MANY,
    );
  });

  it('is never another kind of value than its schema says', () => {
    const ofType = { string: 'string', integer: 'number', number: 'number', boolean: 'boolean' } as const;
    fc.assert(
      fc.property(anyValue, (value) => {
        if (!scalar.fits(value)) return;
        const { type, pattern, minimum, maximum } = scalar.jsonSchema;
        expect(typeof value).toBe(ofType[type]);
        if (pattern !== undefined) expect(value).toMatch(new RegExp(pattern));
        if (minimum !== undefined) expect(value).toBeGreaterThanOrEqual(minimum);
        if (maximum !== undefined) expect(value).toBeLessThanOrEqual(maximum);
      }),
      MANY,
    );
  });

  it('says what is allowed in both languages, and gives an example that is', () => {
    expect(mustBe(scalar.words).en).toMatch(/^must be \S/);
    expect(mustBe(scalar.words).id).toMatch(/^harus berupa \S/);
    if (scalar.example !== undefined) expect(scalar.fits(scalar.normal(scalar.example))).toBe(true);
  });
});

describe('Both sides of every bound', () => {
  it.each<[string, Scalar, unknown, unknown]>([
    ['the first day', DAY, '1900-01-01', '1899-12-31'],
    ['the last day', DAY, '2200-12-31', '2201-01-01'],
    ['the last day of a February', DAY, '2024-02-29', '2023-02-29'],
    ['the year 0', RECORDED_DAY, '0000-01-01', '0000-00-00'],
    ['the first month', MONTH, '1900-01', '1899-12'],
    ['the last month', MONTH, '2200-12', '2201-01'],
    ['months of a year', MONTH, '2026-12', '2026-13'],
    ['the first moment', INSTANT, '1900-01-01T00:00:00.000Z', '1899-12-31T23:59:59.999Z'],
    ['the last moment in Jakarta', INSTANT, '2200-12-31T16:59:59.999Z', '2200-12-31T17:00:00.000Z'],
    ['years past 9999', INSTANT, '2026-01-01T00:00:00.000Z', '+012026-01-01T00:00:00.000Z'],
    ['the last minute', CLOCK_TIME, '23:59', '24:00'],
    ['no rupiah', RUPIAH, 0, -1],
    ['the largest amount', RUPIAH, 1e12, 1e12 + 1],
    ['whole rupiah', RUPIAH, 1, 0.5],
    ['zero', RUPIAH, 0, -0],
    ['an amount that is exact', RECORDED_RUPIAH, 2 ** 53 - 1, 2 ** 53],
    ['the least whole number', COUNT, -3, -4],
    ['the most of a whole number', COUNT, 12, 13],
    ['the most of a measure', PERCENT, 100, 100.01],
    ['the decimals of a measure', PERCENT, 12.34, 12.345],
    ['text of one character', TEXT, 'a', ''],
    ['text of 20 characters', TEXT, '😀'.repeat(20), '😀'.repeat(21)],
    ['a whole character', TEXT, 'a😀', 'a\ud83d'],
    ['text of two lines', TEXT, 'a\nb', 'a\u0007b'],
    ['text without NUL', TEXT, 'ab', 'a\0b'],
    ['text with no lost bytes', TEXT, 'ab', 'a\uFFFDb'],
    ['text without blanks around it', TEXT, 'ab', ' ab'],
    ['text in one form of its accents', TEXT, '\u00e9', 'e\u0301'],
    ['one line', LINE, 'a b', 'a\nb'],
    ['a line that Unicode does not break either', LINE, 'a b', 'a\u2028b'],
    ['a name of 100 characters', NAME, 'a'.repeat(100), 'a'.repeat(101)],
    ['a name with a letter', NAME, 'R2', '22'],
    ['a NIK', NIK, '0'.repeat(16), '0'.repeat(15)],
    ['digits of a NIK', NIK, '3216010101900001', '٣٢١٦٠١٠١٠١٩٠٠٠٠١'],
    ['the shortest phone number', PHONE, '02123456', '0212345'],
    ['a phone number of the country', PHONE, '+6281234567', '+4981234567'],
    ['the shortest account number', ACCOUNT_NUMBER, '12345', '1234'],
    ['the longest account number', ACCOUNT_NUMBER, '1'.repeat(30), '1'.repeat(31)],
    ['a district', DISTRICT, '321605', '3216'],
    ['a regency', AREA, '3216', '321'],
    ['a code', CODE, 'JKM/2026-01', 'a sentence'],
    ['the last position', POSITION, '9223372036854775807', '9223372036854775808'],
    ['a UUID', UUID, '6d1b6d0e-0c4b-4f0e-9a53-3f1f5d0a9b11', '6d1b6d0e0c4b4f0e9a533f1f5d0a9b11'],
    ['one of a set', SEGMENT, 'PU', 'pu'],
    ['a boolean', YES_NO, false, 'false'],
    ['an empty line', RECORDED_LINE, '', '\n'],
    ['what a table can be asked with', RECORDED_TEXT, '\u0007', '\0'],
  ])('%s', (_what, scalar, inside, outside) => {
    expect(scalar.fits(inside)).toBe(true);
    expect(scalar.fits(outside)).toBe(false);
  });

  it('of a list', () => {
    const few = listOfItems({ minItems: 1, maxItems: 2 });
    expect([[], [1], [1, 2], [1, 2, 3], '12'].map((value) => few.fits(value))).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
    expect(listOfItems().jsonSchema).toEqual({ minItems: 0, maxItems: LONGEST_LIST });
  });

  it('keeps the sum of the longest list of the largest amounts exact', () => {
    expect(LONGEST_LIST * LARGEST_AMOUNT).toBeLessThanOrEqual(LARGEST_SUM);
    expect(Number.isSafeInteger(LARGEST_SUM)).toBe(true);
  });
});

describe('The one way that is kept', () => {
  it.each<[string, Scalar, unknown, unknown]>([
    [
      'a UUID is in lower case',
      UUID,
      '6D1B6D0E-0C4B-4F0E-9A53-3F1F5D0A9B11',
      '6d1b6d0e-0c4b-4f0e-9a53-3f1f5d0a9b11',
    ],
    ['a name has no blanks around it', NAME, '  Siti ', 'Siti'],
    ['accents are one character', NAME, 'N\u0303ame\u0301', 'Ñamé'],
    ['a phone number has no dashes', PHONE, '(0812) 3456-7890', '081234567890'],
    ['an account number has none either', ACCOUNT_NUMBER, '000-123 4567', '0001234567'],
    ['a moment is in UTC', INSTANT, '2026-03-02T09:30:00+07:00', '2026-03-02T02:30:00.000Z'],
    ['zero has no sign', RUPIAH, -0, 0],
    ['what it is not stays as it is', INSTANT, 'yesterday', 'yesterday'],
  ])('%s', (_what, scalar, given, kept) => {
    expect(scalar.normal(given)).toBe(kept);
  });

  it.each<[string, Scalar, string, unknown]>([
    ['a whole number', COUNT, '12', 12],
    ['a number with an exponent', COUNT, '1e1', '1e1'],
    ['nothing', COUNT, '', ''],
    ['yes', YES_NO, 'true', true],
    ['no', YES_NO, 'false', false],
    ['perhaps', YES_NO, 'yes', 'yes'],
    ['text', TEXT, 'a', 'a'],
  ])('is read from text: %s', (_what, scalar, written, value) => {
    expect(scalar.fromText(written)).toBe(value);
  });
});

describe('the number of a paper', () => {
  const number = kernel.paperNumber({ max: 60 });

  it.each(['R-1', 'KODE-IURAN 7781', 'INV-2026-0917', 'PKS/021/2026', '123456789012', 'SKM 474.3/112/2026'])(
    'can be %s',
    (text) => {
      expect(number.fits(text)).toBe(true);
    },
  );

  it.each([
    ['a NIK', '0000055205900001'],
    ['a NIK in groups', 'KTP 000005-520590-0001'],
    ['a telephone', 'hub 081234567890'],
    ['a telephone from abroad', '+62 812 3456 7890'],
    ['a telephone in groups', 'R-1 0812-3456-7890'],
    ['a sentence', 'paid by Siti, her widower'],
    ['nothing', ''],
    ['a formula', '=SUM(1)'],
  ])('is not %s', (_what, text) => {
    expect(number.fits(text)).toBe(false);
  });
});

describe('a phone number', () => {
  it.each(['081200000001', '6281200000001', '+6281200000001'])('is found when written %s', (phone) => {
    expect(kernel.phoneKey(phone)).toBe('81200000001');
  });
});
