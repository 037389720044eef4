import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { fieldErrors } from '../problem/validation-problem.js';
import {
  AccountNumberField,
  AreaField,
  BooleanField,
  ClockTimeField,
  CodeField,
  DistrictField,
  InstantField,
  IntegerField,
  LineField,
  LocalDateField,
  NameField,
  NestedField,
  NikField,
  NumberField,
  OptionalField,
  PeriodField,
  PhoneField,
  RupiahField,
  TextField,
  UuidField,
} from './fields.js';

const ID = '6d1b6d0e-0c4b-4f0e-9a53-3f1f5d0a9b11';

/** What is wrong with `value` in a field of this kind: messages without the value. */
function messagesFor(decorator: PropertyDecorator, value: unknown): string[] {
  class Dto {
    field?: unknown;
  }
  decorator(Dto.prototype, 'field');
  const dto = plainToInstance(Dto, { field: value });
  return fieldErrors(validateSync(dto)).map(({ message }) => message.en);
}

/** What becomes of `value` in a field of this kind. */
function accepted(decorator: PropertyDecorator, value: unknown): unknown {
  class Dto {
    field?: unknown;
  }
  decorator(Dto.prototype, 'field');
  const dto = plainToInstance(Dto, { field: value });
  expect(fieldErrors(validateSync(dto))).toEqual([]);
  return dto.field;
}

describe('A field accepts', () => {
  it.each([
    ['a NIK', NikField(), '0000000101900001', '0000000101900001'],
    ['a name, without the blanks around it', NameField(), '  Siti Nurhaliza ', 'Siti Nurhaliza'],
    ['a name of any script', NameField(), 'Ketut Ñamé', 'Ketut Ñamé'],
    ['a leap day', LocalDateField(), '2024-02-29', '2024-02-29'],
    ['a month', PeriodField(), '2026-12', '2026-12'],
    ['no rupiah at all', RupiahField(), 0, 0],
    ['the largest amount', RupiahField(), 1_000_000_000_000, 1_000_000_000_000],
    [
      'a UUID, in lower case from here on',
      UuidField(),
      '6D1B6D0E-0C4B-4F0E-9A53-3F1F5D0A9B11',
      '6d1b6d0e-0c4b-4f0e-9a53-3f1f5d0a9b11',
    ],
    ['one of a set', CodeField(['A', 'B']), 'B', 'B'],
    ['text of several lines', TextField({ max: 20 }), 'a\nb', 'a\nb'],
    ['a phone number as people write it', PhoneField(), '+62 812-3456-789', '+628123456789'],
    ['a whole number from a query string', IntegerField({ fromText: true }), '12', 12],
    ['a percentage with decimals', NumberField({ min: 0, max: 100 }), 12.25, 12.25],
    ['a yes from a query string', BooleanField({ fromText: true }), 'true', true],
    ['a moment with an offset', InstantField(), '2026-03-02T09:30:00+07:00', '2026-03-02T09:30:00+07:00'],
    ['a time of day', ClockTimeField(), '23:59', '23:59'],
    ['an account number as a passbook writes it', AccountNumberField(), '000-123 4567', '0001234567'],
    ['the code of a district', DistrictField(), '321605', '321605'],
    ['the code of a province', AreaField(), '32', '32'],
    ['each id of a list, in lower case', UuidField({ each: true }), [ID.toUpperCase()], [ID]],
    ['a negative zero as the zero it is', RupiahField(), -0, 0],
    ['a list of months', PeriodField({ each: true }), ['2026-01', '2026-02'], ['2026-01', '2026-02']],
    ['nothing where it may be left out', NikField({ optional: true }), undefined, undefined],
  ])('%s', (_what, decorator, value, result) => {
    expect(accepted(decorator, value)).toEqual(result);
  });
});

describe('A field refuses', () => {
  it.each([
    ['a NIK that is too short', NikField(), '320101', 'must be 16 digits'],
    ['a NIK as a number', NikField(), 3201010101900001, 'must be 16 digits'],
    ['a NIK in digits of another script', NikField(), '٣٢٠١٠١٠١٠١٩٠٠٠٠١', 'must be 16 digits'],
    [
      'a name of blanks',
      NameField(),
      '   ',
      'must be a name of 1 to 100 visible characters that does not begin with = + - or @',
    ],
    [
      'a name with a broken character',
      NameField(),
      'Sit\uFFFD',
      'must be a name of 1 to 100 visible characters that does not begin with = + - or @',
    ],
    [
      'a name with a turned direction',
      NameField(),
      'Siti\u202Eotnoc',
      'must be a name of 1 to 100 visible characters that does not begin with = + - or @',
    ],
    [
      'a name that a spreadsheet would compute',
      NameField(),
      '=cmd|calc',
      'must be a name of 1 to 100 visible characters that does not begin with = + - or @',
    ],
    [
      'a name with a control character',
      NameField(),
      'Si\u0000ti',
      'must be a name of 1 to 100 visible characters that does not begin with = + - or @',
    ],
    [
      'a day that does not exist',
      LocalDateField(),
      '2026-02-29',
      'must be a day of the calendar, YYYY-MM-DD, 1900-01-01 to 2200-12-31',
    ],
    [
      'a moment where a day is asked',
      LocalDateField(),
      '2026-02-01T00:00:00Z',
      'must be a day of the calendar, YYYY-MM-DD, 1900-01-01 to 2200-12-31',
    ],
    [
      'a day before the first that is kept',
      LocalDateField(),
      '0000-01-01',
      'must be a day of the calendar, YYYY-MM-DD, 1900-01-01 to 2200-12-31',
    ],
    ['text with half a character', TextField({ max: 9 }), 'A\ud800B', 'must be text of 1 to 9 characters'],
    ['text with a NUL', TextField({ max: 9 }), 'A\0B', 'must be text of 1 to 9 characters'],
    ['a line of two lines', LineField({ max: 9 }), 'A\nB', 'must be one line of 1 to 9 characters'],
    ['an hour after the last', ClockTimeField(), '24:00', 'must be a time of day, HH:MM, 00:00 to 23:59'],
    ['half a district', DistrictField(), '3216', 'must be a 6-digit district code'],
    ['an account in words', AccountNumberField(), 'one', 'must be an account number of 5 to 30 digits'],
    ['a thirteenth month', PeriodField(), '2026-13', 'must be a month, YYYY-MM, 1900-01 to 2200-12'],
    ['half a rupiah', RupiahField(), 0.5, 'must be whole rupiah, 0 to 1000000000000'],
    ['rupiah as text', RupiahField(), '16800', 'must be whole rupiah, 0 to 1000000000000'],
    ['rupiah below the least', RupiahField({ min: 1, max: 9 }), 0, 'must be whole rupiah, 1 to 9'],
    [
      'rupiah past the largest amount',
      RupiahField(),
      1_000_000_000_001,
      'must be whole rupiah, 0 to 1000000000000',
    ],
    ['a UUID that is none', UuidField(), '6d1b6d0e', 'must be a UUID'],
    ['a value outside the set', CodeField(['A', 'B']), 'C', 'must be one of A, B'],
    ['text that is too long', TextField({ max: 3 }), 'abcd', 'must be text of 1 to 3 characters'],
    [
      'a phone number of another country',
      PhoneField(),
      '+4930123456',
      'must be an Indonesian phone number, such as 0812… or +62812…',
    ],
    [
      'a number with an exponent in a query string',
      IntegerField({ fromText: true }),
      '1e3',
      'must be a whole number',
    ],
    ...[12.345, 100.01, -1, '12', NaN].map(
      (value) =>
        [
          `${String(value)} for a percentage`,
          NumberField({ min: 0, max: 100 }),
          value,
          'must be a number, 0 to 100, with at most two decimals',
        ] as const,
    ),
    ['yes in words', BooleanField(), 'yes', 'must be true or false'],
    [
      'a moment without an offset',
      InstantField(),
      '2026-03-02T09:30:00',
      'must be a moment with an offset, such as 2026-03-02T09:30:00+07:00',
    ],
    [
      'a moment after the last that is kept',
      InstantField(),
      '9999-12-31T23:59:59-12:00',
      'must be a moment with an offset, such as 2026-03-02T09:30:00+07:00',
    ],
    ['nothing where it is asked for', NikField(), undefined, 'must be 16 digits'],
    ['null where it may be left out', NikField({ optional: true }), null, 'must be 16 digits'],
  ])('%s', (_what, decorator, value, message) => {
    expect(messagesFor(decorator, value)).toEqual([message]);
  });

  it('in both languages', () => {
    class Dto {
      @NikField() readonly nik!: string;
    }
    expect(fieldErrors(validateSync(plainToInstance(Dto, { nik: '1' })))).toEqual([
      { field: 'nik', message: { en: 'must be 16 digits', id: 'harus berupa 16 angka' } },
    ]);
  });

  it('a list that is longer than sums stay exact for', () => {
    const months = Array.from({ length: 101 }, () => '2026-01');
    expect(messagesFor(PeriodField({ each: true }), months)).toEqual(['must be a list of 0 to 100 items']);
    expect(messagesFor(PeriodField({ each: true, maxItems: 101 }), months)).toEqual([]);
  });

  it('each wrong item of a list, and what is no list', () => {
    expect(messagesFor(PeriodField({ each: true }), ['2026-01', '2026-13'])).toEqual([
      'each item must be a month, YYYY-MM, 1900-01 to 2200-12',
    ]);
    expect(messagesFor(PeriodField({ each: true }), '2026-01')).toContain('must be a list of 0 to 100 items');
  });
});

describe('OptionalField', () => {
  it.each([
    ['above', [OptionalField(), NikField()]],
    ['below', [NikField(), OptionalField()]],
  ])('works %s the other decorator', (_where, decorators) => {
    const both: PropertyDecorator = (target, property) => {
      for (const decorate of decorators) decorate(target, property);
    };
    expect(messagesFor(both, undefined)).toEqual([]);
    expect(messagesFor(both, '1')).toEqual(['must be 16 digits']);
  });
});

describe('NestedField', () => {
  class Inner {
    @NikField() readonly nik!: string;
  }

  it('checks what is inside', () => {
    expect(
      messagesFor(
        NestedField(() => Inner),
        { nik: '1' },
      ),
    ).toEqual(['must be 16 digits']);
    expect(
      messagesFor(
        NestedField(() => Inner),
        'text',
      ),
    ).toEqual(['must be an object', 'must be an object']);
  });

  it('limits how many there are', () => {
    const nik = '0000000101900001';
    const few = NestedField(() => Inner, { each: true, minItems: 1, maxItems: 2 });
    expect(messagesFor(few, [{ nik }])).toEqual([]);
    expect(messagesFor(few, [])).toEqual(['must be a list of 1 to 2 items']);
    expect(messagesFor(few, [{ nik }, { nik }, { nik }])).toEqual(['must be a list of 1 to 2 items']);
  });
});
