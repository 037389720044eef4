import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ValidateIf, ValidateNested } from 'class-validator';
import { instant, isLocalDate, isPeriod } from '#kernel';
import { parseUuid } from '../edge/uuid.js';
import { type Check, checked } from './check.js';

/** What every field decorator takes. */
export interface FieldOptions {
  /** May be left out. `null` is not "left out". */
  readonly optional?: boolean;
  /** A list of such values. */
  readonly each?: boolean;
  readonly description?: string;
  /** For the API documentation, where the kind of field has none of its own or another one is clearer. */
  readonly example?: unknown;
}

/** A NIK: 16 digits. Whether region and birth date in it make sense is for the domain to say. */
export const NikField = (options: FieldOptions = {}) =>
  field(options, {
    name: 'nik',
    message: 'must be 16 digits',
    valid: (value) => typeof value === 'string' && /^\d{16}$/.test(value),
    api: { type: String, pattern: '^[0-9]{16}$', example: '0000000101900001' },
  });

/** A name of a person or an organisation as on the card: trimmed, 1 to 100 characters, no control characters. */
export const NameField = (options: FieldOptions = {}) =>
  field(
    options,
    {
      name: 'name',
      message: 'must be a name of 1 to 100 characters',
      valid: (value) => isText(value, 1, 100) && /\p{L}/u.test(value) && !/[\p{Cc}\uFFFD]/u.test(value),
      api: { type: String, minLength: 1, maxLength: 100 },
    },
    trimmed(),
  );

/** A calendar day that exists. */
export const LocalDateField = (options: FieldOptions = {}) =>
  field(options, {
    name: 'localDate',
    message: 'must be a day of the calendar, YYYY-MM-DD',
    valid: isLocalDate,
    api: { type: String, format: 'date', example: '2026-03-02' },
  });

/** A contribution month. */
export const PeriodField = (options: FieldOptions = {}) =>
  field(options, {
    name: 'period',
    message: 'must be a month, YYYY-MM',
    valid: isPeriod,
    api: { type: String, pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$', example: '2026-03' },
  });

export interface RangeOptions extends FieldOptions {
  readonly min?: number;
  readonly max?: number;
  /** For query strings and paths, where every value comes as text. */
  readonly fromText?: boolean;
}

/** Whole rupiah as a JSON number: no decimals, no text. From 0 unless said otherwise. */
export const RupiahField = ({ min = 0, max = Number.MAX_SAFE_INTEGER, ...options }: RangeOptions = {}) =>
  integer('rupiah', 'must be whole rupiah', { min, max, ...options });

/** A whole number. */
export const IntegerField = ({
  min = Number.MIN_SAFE_INTEGER,
  max = Number.MAX_SAFE_INTEGER,
  ...options
}: RangeOptions = {}) => integer('integer', 'must be a whole number', { min, max, ...options });

/** A number with at most two decimals, such as a percentage. */
export const NumberField = ({ min, max, ...options }: FieldOptions & { min: number; max: number }) =>
  field(options, {
    name: 'number',
    message: `must be a number, ${describeRange(min, max)}, with at most two decimals`,
    valid: (value) =>
      typeof value === 'number' && /^-?\d+(\.\d{1,2})?$/.test(String(value)) && value >= min && value <= max,
    api: { type: 'number', minimum: min, maximum: max, multipleOf: 0.01 },
  });

/** A UUID of any version; lower case from here on. */
export const UuidField = (options: FieldOptions = {}) =>
  field(
    options,
    {
      name: 'uuid',
      message: 'must be a UUID',
      valid: (value) => parseUuid(value) !== undefined,
      api: { type: String, format: 'uuid' },
    },
    Transform(({ value }: { value: unknown }) => parseUuid(value) ?? value),
  );

/** One of a closed set of values. */
export const CodeField = (values: readonly string[], options: FieldOptions = {}) =>
  field(options, {
    name: 'code',
    message: `must be one of ${values.join(', ')}`,
    valid: (value) => typeof value === 'string' && values.includes(value),
    allowed: values,
    api: { enum: [...values] },
  });

export interface TextOptions extends FieldOptions {
  readonly min?: number;
  readonly max: number;
  /** Regular expression that the whole text must match, and how it is told to people. */
  readonly pattern?: RegExp;
  readonly patternMessage?: string;
}

/** Free text of limited length, trimmed; line breaks are allowed, other control characters are not. */
export const TextField = ({ min = 1, max, pattern, patternMessage, ...options }: TextOptions) =>
  field(
    options,
    {
      name: 'text',
      message: patternMessage ?? `must be text of ${min} to ${max} characters`,
      valid: (value) =>
        isText(value, min, max) &&
        !/[^\P{Cc}\n\r\t]|\uFFFD/u.test(value) &&
        (pattern === undefined || pattern.test(value)),
      api: { type: String, minLength: min, maxLength: max, ...(pattern ? { pattern: pattern.source } : {}) },
    },
    trimmed(),
  );

/** An Indonesian phone number, in any of the ways it is written; blanks and dashes are taken out. */
export const PhoneField = (options: FieldOptions = {}) =>
  field(
    options,
    {
      name: 'phone',
      message: 'must be an Indonesian phone number, such as 0812… or +62812…',
      valid: (value) => typeof value === 'string' && /^(\+?62|0)[2-9]\d{6,11}$/.test(value),
      api: { type: String, example: '+6281200000000' },
    },
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? value.replace(/[\s()-]/g, '') : value,
    ),
  );

/** Yes or no, as a JSON boolean. */
export const BooleanField = ({ fromText, ...options }: FieldOptions & { readonly fromText?: boolean } = {}) =>
  field(
    options,
    {
      name: 'boolean',
      message: 'must be true or false',
      valid: (value) => typeof value === 'boolean',
      api: { type: Boolean },
    },
    ...(fromText
      ? [
          Transform(({ value }: { value: unknown }) =>
            value === 'true' ? true : value === 'false' ? false : value,
          ),
        ]
      : []),
  );

/** A moment with an explicit offset, ISO 8601. */
export const InstantField = (options: FieldOptions = {}) =>
  field(options, {
    name: 'instant',
    message: 'must be a moment with an offset, such as 2026-03-02T09:30:00+07:00',
    valid: isInstant,
    api: { type: String, format: 'date-time', example: '2026-03-02T09:30:00+07:00' },
  });

export interface NestedOptions extends FieldOptions {
  /** Fewest and most items of a list; at most 100 unless said otherwise. */
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** Another DTO inside this one, or with `each` a list of them. */
export const NestedField = (type: () => new () => object, options: NestedOptions = {}) => {
  const { each = false, optional, description, minItems = 0, maxItems = 100 } = options;
  const shape = each
    ? {
        name: 'list',
        message: `must be a list of ${minItems} to ${maxItems} items`,
        valid: (value: unknown) =>
          Array.isArray(value) &&
          value.length >= minItems &&
          value.length <= maxItems &&
          value.every(isObject),
      }
    : { name: 'object', message: 'must be an object', valid: isObject };
  return applyDecorators(
    checked(shape),
    ValidateNested({ message: 'must be an object' }),
    Type(type),
    // Swagger knows a function that gives a type by its name, `type`: handed on as it is, it would be taken for a class.
    ApiProperty({ type: () => type(), isArray: each, description, ...(each ? { minItems, maxItems } : {}) }),
    ...(optional ? [OptionalField()] : []),
  );
};

/** Makes the field beside it one that may be left out; the same as `{ optional: true }`. */
export const OptionalField = () =>
  applyDecorators(
    ValidateIf((_dto, value) => value !== undefined),
    ApiProperty({ required: false }),
  );

type FieldRule = Omit<Check, 'each'> & { readonly api: ApiPropertyOptions };

function field(
  { optional, each, description, example }: FieldOptions,
  { api, ...check }: FieldRule,
  ...transforms: PropertyDecorator[]
): PropertyDecorator {
  return applyDecorators(
    ...(each ? [checked({ name: 'list', message: 'must be a list', valid: Array.isArray })] : []),
    checked({ ...check, each }),
    ApiProperty({
      ...api,
      description,
      isArray: each ?? false,
      ...(example === undefined ? {} : { example }),
    }),
    ...transforms,
    ...(optional ? [OptionalField()] : []),
  );
}

function integer(
  name: string,
  what: string,
  { min, max, fromText, ...options }: RangeOptions & { min: number; max: number },
): PropertyDecorator {
  const range = describeRange(min, max);
  return field(
    options,
    {
      name,
      message: range ? `${what}, ${range}` : what,
      valid: (value) =>
        typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max,
      api: { type: 'integer', minimum: min, maximum: max },
    },
    ...(fromText
      ? [
          Transform(({ value }: { value: unknown }) =>
            typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value,
          ),
        ]
      : []),
  );
}

function describeRange(min: number, max: number): string {
  const from = min > Number.MIN_SAFE_INTEGER;
  const to = max < Number.MAX_SAFE_INTEGER;
  if (from && to) return `${min} to ${max}`;
  if (from) return `${min} or more`;
  return to ? `${max} or less` : '';
}

function isText(value: unknown, min: number, max: number): value is string {
  if (typeof value !== 'string') return false;
  const { length } = Array.from(value);
  return length >= min && length <= max;
}

function isInstant(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  try {
    instant(value);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function trimmed(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.trim().normalize('NFC') : value,
  );
}
