import {
  AREA,
  CODE,
  DISTRICT,
  RECORDED_COUNT,
  RECORDED_DAY,
  RECORDED_INSTANT,
  RECORDED_LINE,
  RECORDED_MONTH,
  RECORDED_RUPIAH,
  type Scalar,
  type ScalarSchema,
  UUID,
  YES_NO,
  oneOf as anyOf,
} from '#kernel';

/** The part of JSON Schema (2020-12) that contracts need. */
export interface JsonSchema extends Partial<Omit<ScalarSchema, 'type'>> {
  readonly type?: ScalarSchema['type'] | 'array' | 'object';
  readonly description?: string;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
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

/** A kind of single value as a field. What was recorded before there were bounds must stay publishable. */
function fieldOf<Held>(scalar: Scalar<Held>, description: string): Field<Held, false> {
  return {
    schema: { ...scalar.jsonSchema, description },
    optional: false,
    take: (value, name) => {
      if (!scalar.fits(value)) throw new ContractBroken(name, scalar.words.en);
      return value;
    },
  };
}

/** An id that Lindung made; never a NIK or a card number. */
export const id = (description: string) => fieldOf(UUID, description);

/** A calendar day in Indonesia. */
export const day = (description: string) => fieldOf(RECORDED_DAY, description);

/** A month, `YYYY-MM`. */
export const month = (description: string) => fieldOf(RECORDED_MONTH, description);

/** A moment in UTC. */
export const moment = (description: string) => fieldOf(RECORDED_INSTANT, description);

/** The code of a district: province, regency, district (6 digits). */
export const district = (description: string) => fieldOf(DISTRICT, description);

/** The code of an area: province, regency or district (2, 4 or 6 digits). */
export const area = (description: string) => fieldOf(AREA, description);

/** A code of the system: letters, digits and a few signs, so that no sentence fits. */
export const code = (description: string) => fieldOf(CODE, description);

/** The name of an office, or a citation of the law: one line, never about a person. */
export const line = (description: string) => fieldOf(RECORDED_LINE, description);

/** Whole rupiah. */
export const rupiahs = (description: string) => fieldOf(RECORDED_RUPIAH, description);

export const count = (description: string) => fieldOf(RECORDED_COUNT, description);

export const yesNo = (description: string) => fieldOf(YES_NO, description);

/** One of some codes. A code that is added later makes a new version of the contract. */
export const oneOf = <const Codes extends readonly string[]>(description: string, codes: Codes) =>
  fieldOf<Codes[number]>(anyOf(codes), description);

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

/**
 * An object of these fields. That nothing else is sent is for `takeFields` to see to; the schema does not say so, and whoever reads
 * ignores what they do not know: so a field can be added.
 */
export function objectSchema(fields: FieldMap): JsonSchema {
  const names = Object.entries(fields);
  return {
    type: 'object',
    properties: Object.fromEntries(names.map(([name, { schema }]) => [name, schema])),
    required: names.filter(([, { optional }]) => !optional).map(([name]) => name),
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
