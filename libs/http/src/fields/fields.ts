import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ValidateIf, ValidateNested } from 'class-validator';
import {
  ACCOUNT_NUMBER,
  AREA,
  CLOCK_TIME,
  DAY,
  DISTRICT,
  INSTANT,
  type Instant,
  KPJ,
  type ListBounds,
  MONTH,
  NAME,
  NIK,
  EMAIL,
  PHONE,
  type Scalar,
  type TextBounds,
  UUID,
  type Words,
  YES_NO,
  line,
  listOfItems,
  measure,
  mustBe,
  oneOf,
  text,
  wholeNumber,
  wholeRupiah,
  paperNumber,
} from '#kernel';
import { apiOf } from './api-of.js';
import { checked } from './check.js';
import { declared } from './declared.js';

/** What every field decorator takes. */
export interface FieldOptions extends Partial<ListBounds> {
  /** May be left out. `null` is not "left out". */
  readonly optional?: boolean;
  /** A list of such values; at most 100 unless said otherwise. */
  readonly each?: boolean;
  readonly description?: string;
  /** For the API documentation, where the kind of field has none of its own or another one is clearer. */
  readonly example?: unknown;
  /** For query strings and paths, where every value comes as text. */
  readonly fromText?: boolean;
}

/** A NIK: 16 digits. */
export const NikField = (options?: FieldOptions) => ScalarField(NIK, options);

/** The number of a participant's card: 11 digits. */
export const KpjField = (options?: FieldOptions) => ScalarField(KPJ, options);

/** A name of a person or an organisation: trimmed, 1 to 100 characters on one line. */
export const NameField = (options?: FieldOptions) => ScalarField(NAME, options);

/** A calendar day that exists. */
export const LocalDateField = (options?: FieldOptions) => ScalarField(DAY, options);

/** A contribution month. */
export const PeriodField = (options?: FieldOptions) => ScalarField(MONTH, options);

/** Not put in UTC yet: the key of a command stands for the text that was sent with it. */
const MOMENT_AS_SENT: Scalar<Instant> = {
  ...INSTANT,
  normal: (value) => value,
  fits: (value): value is Instant => INSTANT.fits(INSTANT.normal(value)),
};

/** A moment with an explicit offset, ISO 8601, as it was sent; decisions put it in UTC with `instant()`. */
export const InstantField = (options?: FieldOptions) => ScalarField(MOMENT_AS_SENT, options);

/** A time of day in Jakarta, `HH:MM`. */
export const ClockTimeField = (options?: FieldOptions) => ScalarField(CLOCK_TIME, options);

/** A UUID of any version; lower case from here on. */
export const UuidField = (options?: FieldOptions) => ScalarField(UUID, options);

/** An Indonesian phone number, in any of the ways it is written; blanks and dashes are taken out. */
export const PhoneField = (options?: FieldOptions) => ScalarField(PHONE, options);

/** A mail address. */
export const EmailField = (options?: FieldOptions) => ScalarField(EMAIL, options);

/** A number of a bank account; blanks and dashes are taken out. */
export const AccountNumberField = (options?: FieldOptions) => ScalarField(ACCOUNT_NUMBER, options);

/** A district: province, regency and district in 6 digits. */
export const DistrictField = (options?: FieldOptions) => ScalarField(DISTRICT, options);

/** A province, regency or district: 2, 4 or 6 digits. */
export const AreaField = (options?: FieldOptions) => ScalarField(AREA, options);

/** Yes or no, as a JSON boolean. */
export const BooleanField = (options?: FieldOptions) => ScalarField(YES_NO, options);

/** One of a closed set of values. */
export const CodeField = (values: readonly string[], options?: FieldOptions) =>
  ScalarField(oneOf(values), options);

export interface RangeOptions extends FieldOptions {
  readonly min?: number;
  readonly max?: number;
}

/** Whole rupiah as a JSON number: no decimals, no text. From 0 to the largest amount unless said otherwise. */
export const RupiahField = ({ min, max, ...options }: RangeOptions = {}) =>
  ScalarField(wholeRupiah({ min, max }), options);

/** A whole number. */
export const IntegerField = ({ min, max, ...options }: RangeOptions = {}) =>
  ScalarField(wholeNumber({ min, max }), options);

/** A number with at most two decimals, such as a percentage. */
export const NumberField = ({ min, max, ...options }: FieldOptions & { min: number; max: number }) =>
  ScalarField(measure({ min, max }), options);

/** Free text of limited length, trimmed; line breaks are allowed, other control characters are not. */
export const TextField = ({ min, max, ...options }: TextBounds & FieldOptions) =>
  ScalarField(text({ min, max }), options);

/** One line of limited length, trimmed: a number of a document, a reference, a place. */
export const LineField = ({ min, max, ...options }: TextBounds & FieldOptions) =>
  ScalarField(line({ min, max }), options);

/** The number of a paper, in the open: its form leaves no room for a person. */
export const PaperNumberField = ({ max, ...options }: { readonly max: number } & FieldOptions) =>
  ScalarField(paperNumber({ max }), options);

/** A field of any kind of single value; for the kinds that several requests have, there is a decorator above. */
export function ScalarField(scalar: Scalar, options: FieldOptions = {}): PropertyDecorator {
  const { each = false, optional, fromText, minItems, maxItems } = options;
  const list = listOfItems({ minItems, maxItems });
  const read = (value: unknown) =>
    scalar.normal(fromText && typeof value === 'string' ? scalar.fromText(value) : value);
  return applyDecorators(
    ...(each ? [checked({ name: 'list', message: mustBe(list.words), valid: list.fits })] : []),
    checked({
      name: scalar.name,
      message: mustBe(scalar.words),
      valid: scalar.fits,
      allowed: scalar.jsonSchema.enum,
      each,
    }),
    ApiProperty({ ...apiOf(scalar, options), ...(each ? list.jsonSchema : {}) }),
    Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map(read) : read(value))),
    declared({ scalar, read, each, optional, minItems, maxItems }),
    ...(optional ? [OptionalField()] : []),
  );
}

export type NestedOptions = Omit<FieldOptions, 'example' | 'fromText'>;

const AN_OBJECT: Words = mustBe({ en: 'an object', id: 'objek' });

/** Another DTO inside this one, or with `each` a list of them. */
export const NestedField = (type: () => new () => object, options: NestedOptions = {}) => {
  const { each = false, optional, description, minItems, maxItems } = options;
  const list = listOfItems({ minItems, maxItems });
  const shape = each
    ? {
        name: 'list',
        message: mustBe(list.words),
        valid: (value: unknown) => list.fits(value) && value.every(isObject),
      }
    : { name: 'object', message: AN_OBJECT, valid: isObject };
  return applyDecorators(
    checked(shape),
    ValidateNested({ message: AN_OBJECT.en, context: { words: AN_OBJECT } }),
    Type(type),
    declared({ nested: type, each, optional, minItems, maxItems }),
    // Swagger knows a function that gives a type by its name, `type`: handed on as it is, it would be taken for a class.
    ApiProperty({ type: () => type(), isArray: each, description, ...(each ? list.jsonSchema : {}) }),
    ...(optional ? [OptionalField()] : []),
  );
};

/** Makes the field beside it one that may be left out; the same as `{ optional: true }`. */
export const OptionalField = () =>
  applyDecorators(
    ValidateIf((_dto, value) => value !== undefined),
    ApiProperty({ required: false }),
  );

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
