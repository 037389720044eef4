import type { Instant, LocalDate, Period, Rupiah } from '#kernel';

/** The part of JSON Schema (2020-12) that contracts need. */
export interface JsonSchema {
  readonly type?: 'string' | 'integer' | 'boolean' | 'array' | 'object';
  readonly description?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
}

/** One field of a contract: what it may hold, in words for people and as a schema for machines. */
export interface Field<Value, Optional extends boolean = boolean> {
  readonly schema: JsonSchema;
  readonly optional: Optional;
  /**
   * Copies what the contract names and nothing else.
   * @throws ContractBroken when the value is not what the contract promises; never tells the value
   */
  take(value: Value, name: string): unknown;
}

export type FieldMap = Readonly<Record<string, Field<never>>>;

type Value<F> = F extends Field<infer Held> ? Held : never;

type OptionalNames<Fields extends FieldMap> = {
  [Name in keyof Fields]: Fields[Name]['optional'] extends true ? Name : never;
}[keyof Fields];

/** The data that a contract with these fields carries. */
export type DataOf<Fields extends FieldMap> = {
  readonly [Name in Exclude<keyof Fields, OptionalNames<Fields>>]: Value<Fields[Name]>;
} & { readonly [Name in OptionalNames<Fields>]?: Value<Fields[Name]> };

/** An event does not fit its contract: publishing it would break those who listen. */
export class ContractBroken extends Error {
  override readonly name = 'ContractBroken';

  constructor(field: string, expected: string) {
    super(`Field ${field} is not ${expected}`);
  }
}

function scalar<Held>(
  schema: JsonSchema,
  expected: string,
  fits: (value: unknown) => boolean,
): Field<Held, false> {
  return {
    schema,
    optional: false,
    take: (value, name) => {
      if (!fits(value)) throw new ContractBroken(name, expected);
      return value;
    },
  };
}

function matching<Held extends string>(
  description: string,
  expected: string,
  pattern: string,
  format?: string,
): Field<Held, false> {
  const shape = new RegExp(pattern);
  return scalar(
    { type: 'string', ...(format ? { format } : { pattern }), description },
    expected,
    (value) => typeof value === 'string' && shape.test(value),
  );
}

/** An id that Lindung made; never a NIK or a card number. */
export const id = (description: string) =>
  matching<string>(description, 'a UUID', '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$', 'uuid');

/** A calendar day in Indonesia. */
export const day = (description: string) =>
  matching<LocalDate>(description, 'a calendar day', '^\\d{4}-\\d{2}-\\d{2}$', 'date');

/** A month, `YYYY-MM`. */
export const month = (description: string) =>
  matching<Period>(description, 'a month', '^\\d{4}-(0[1-9]|1[0-2])$');

/** A moment in UTC. */
export const moment = (description: string) =>
  matching<Instant>(description, 'a moment', '^\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z$', 'date-time');

/** The code of a district: province, regency, district (6 digits). */
export const district = (description: string) => matching<string>(description, 'a district code', '^\\d{6}$');

/** A code of the system: letters, digits and a few signs, so that no sentence fits. */
export const code = (description: string) =>
  matching<string>(description, 'a code', '^[A-Za-z0-9._:/-]{1,100}$');

/** The name of an office, or a citation of the law: one line, never about a person. */
export const line = (description: string) =>
  matching<string>(description, 'one line of text', '^[^\\n]{0,300}$');

/** Whole rupiah. */
export const rupiahs = (description: string) =>
  scalar<Rupiah>({ type: 'integer', description }, 'whole rupiah', Number.isSafeInteger);

export const count = (description: string) =>
  scalar<number>({ type: 'integer', description }, 'a whole number', Number.isSafeInteger);

export const yesNo = (description: string) =>
  scalar<boolean>({ type: 'boolean', description }, 'true or false', (value) => typeof value === 'boolean');

/** One of some codes. A code that is added later makes a new version of the contract. */
export const oneOf = <const Codes extends readonly string[]>(description: string, codes: Codes) =>
  scalar<Codes[number]>({ type: 'string', enum: codes, description }, `one of ${codes.join(', ')}`, (value) =>
    codes.includes(value as string),
  );

/** A field that may be absent. */
export function optional<Held>(field: Field<Held, false>): Field<Held, true> {
  return { ...field, optional: true };
}

/** A list of records. */
export function listOf<Fields extends FieldMap>(
  description: string,
  fields: Fields,
): Field<readonly DataOf<Fields>[], false> {
  return {
    schema: { type: 'array', description, items: objectSchema(fields) },
    optional: false,
    take: (items, name) => {
      if (!Array.isArray(items)) throw new ContractBroken(name, 'a list');
      return items.map((item: DataOf<Fields>) => takeFields(fields, item));
    },
  };
}

/** An object of these fields and no others. */
export function objectSchema(fields: FieldMap): JsonSchema {
  const names = Object.entries(fields);
  return {
    type: 'object',
    properties: Object.fromEntries(names.map(([name, { schema }]) => [name, schema])),
    required: names.filter(([, { optional }]) => !optional).map(([name]) => name),
    additionalProperties: false,
  };
}

/** Exactly the named fields of some data. @throws ContractBroken */
export function takeFields(fields: FieldMap, data: object): Record<string, unknown> {
  const given = data as Readonly<Record<string, never>>;
  const taken: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    if (given[name] !== undefined) taken[name] = field.take(given[name], name);
    else if (!field.optional) throw new ContractBroken(name, 'there');
  }
  return taken;
}
