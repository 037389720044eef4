import { ApiProperty } from '@nestjs/swagger';
import {
  type AnswerOptions,
  ClockTimeAnswer,
  CodeAnswer,
  DayAnswer,
  InstantAnswer,
  MonthAnswer,
  NestedAnswer,
  NumberAnswer,
  PositionAnswer,
  RupiahAnswer,
  TextAnswer,
  UuidAnswer,
  YesNoAnswer,
} from './answers.js';
import {
  AccountNumberField,
  AreaField,
  BooleanField,
  ClockTimeField,
  CodeField,
  DistrictField,
  type FieldOptions,
  InstantField,
  IntegerField,
  KpjField,
  LineField,
  LocalDateField,
  NameField,
  NestedField,
  type NestedOptions,
  NikField,
  NumberField,
  PaperNumberField,
  PeriodField,
  EmailField,
  PhoneField,
  type RangeOptions,
  RupiahField,
  ScalarField,
  TextField,
  UuidField,
} from './fields.js';
import {
  type Instant,
  type LocalDate,
  type Period,
  type Rupiah,
  type Scalar,
  type TextBounds,
  oneOf,
} from '#kernel';

declare const valueOf: unique symbol;

/** One member of a request or an answer: how it is checked or shown, and the type that it has in TypeScript. */
interface Member<Value> {
  readonly decorator: PropertyDecorator;
  /** Of what is a thing itself, or several: its class. */
  readonly nested?: Nested;
  readonly [valueOf]?: Value;
}

/** It may name a class that is written further down. */
type Nested = () => new () => object;

type Members = Readonly<Record<string, Member<unknown>>>;

type Value<Of> = Of extends Member<infer Held> ? Held : never;

type Optional<Of extends Members> = {
  [Name in keyof Of]: undefined extends Value<Of[Name]> ? Name : never;
}[keyof Of];

/** What an instance holds. */
type Holds<Of extends Members> = {
  readonly [Name in Exclude<keyof Of, Optional<Of>>]: Value<Of[Name]>;
} & { readonly [Name in Optional<Of>]?: Value<Of[Name]> };

/** A class that knows the names of its members. */
export interface Shape<Held extends object> {
  new (): Held;
  readonly members: readonly string[];
  /** The classes of members that are things themselves. */
  readonly nested: Readonly<Record<string, Nested>>;
}

/**
 * The class of a request or an answer, a line a member: `class Page extends shape({ id: shown.uuid() }) {}`.
 * @param base whose members come first
 */
export function shape<Of extends Members>(members: Of): Shape<Holds<Of>>;
export function shape<Of extends Members, Base extends object>(
  members: Of,
  base: new () => Base,
): Shape<Base & Holds<Of>>;
export function shape(members: Members, base: new () => object = class {}): Shape<object> {
  const inherited = isShape(base) ? base : { members: [], nested: {} };
  const things = Object.entries(members).flatMap(([name, { nested }]) => (nested ? [[name, nested]] : []));
  const Shape = class extends base {
    static readonly members = [...inherited.members, ...Object.keys(members)];
    static readonly nested = {
      ...inherited.nested,
      ...(Object.fromEntries(things) as Shape<object>['nested']),
    };
  };
  for (const [name, { decorator }] of Object.entries(members)) decorator(Shape.prototype, name);
  return Shape;
}

const isShape = (type: new () => object): type is Shape<object> => 'members' in type;

/**
 * What an answer takes from a row as it stands: the members that are columns of the same name, and of things that stand in a column the
 * members of these: a read model may keep more of them than anybody is shown. What it says in other words, and what is no column, is for
 * the caller to add, as the compiler tells.
 */
export function shownOf<Answer extends object, Row extends object>(
  answer: Shape<Answer>,
  row: Row,
): Pick<Row, keyof Answer & keyof Row> {
  const shown: Partial<Row> = {};
  for (const name of answer.members as readonly (keyof Row & string)[]) {
    if (!(name in row)) continue;
    const nested = answer.nested[name]?.();
    shown[name] = nested ? shownIn(nested, row[name]) : row[name];
  }
  return shown as Pick<Row, keyof Answer & keyof Row>;
}

/** One thing of a class, several, or none. */
function shownIn<Held>(type: new () => object, held: Held): Held {
  if (!isShape(type) || typeof held !== 'object' || held === null) return held;
  if (Array.isArray(held)) return (held as unknown[]).map((one) => shownIn(type, one)) as Held;
  return shownOf(type, held) as Held;
}

const member = <Held>(decorator: PropertyDecorator, nested?: Nested): Member<Held> => ({
  decorator,
  ...(nested && { nested }),
});

type Listed<Held, Options> = Options extends { readonly each: true } ? readonly Held[] : Held;

type Asked<Held, Options> =
  Listed<Held, Options> | (Options extends { readonly optional: true } ? undefined : never);

type Shown<Held, Options> =
  | Listed<Held, Options>
  | (Options extends { readonly nullable: true } ? null : never)
  | (Options extends { readonly optional: true } ? undefined : never);

const askedAs =
  <Held, Base extends FieldOptions = FieldOptions>(field: (options?: Base) => PropertyDecorator) =>
  <const Options extends Base = Base>(options?: Options): Member<Asked<Held, Options>> =>
    member(field(options));

const shownAs =
  <Held>(field: (options?: AnswerOptions) => PropertyDecorator) =>
  <const Options extends AnswerOptions = AnswerOptions>(options?: Options): Member<Shown<Held, Options>> =>
    member(field(options));

/** What a request may hold, member by member; see the decorators of the same names. */
export const asked = {
  nik: askedAs<string>(NikField),
  kpj: askedAs<string>(KpjField),
  name: askedAs<string>(NameField),
  day: askedAs<LocalDate>(LocalDateField),
  month: askedAs<Period>(PeriodField),
  instant: askedAs<Instant>(InstantField),
  clockTime: askedAs<string>(ClockTimeField),
  uuid: askedAs<string>(UuidField),
  phone: askedAs<string>(PhoneField),
  email: askedAs<string>(EmailField),
  accountNumber: askedAs<string>(AccountNumberField),
  district: askedAs<string>(DistrictField),
  area: askedAs<string>(AreaField),
  yesNo: askedAs<boolean>(BooleanField),
  rupiah: askedAs<Rupiah, RangeOptions>(RupiahField),
  integer: askedAs<number, RangeOptions>(IntegerField),
  number: <const Options extends FieldOptions & { min: number; max: number }>(options: Options) =>
    member<Asked<number, Options>>(NumberField(options)),
  text: <const Options extends TextBounds & FieldOptions>(options: Options) =>
    member<Asked<string, Options>>(TextField(options)),
  paperNumber: <const Options extends { readonly max: number } & FieldOptions>(options: Options) =>
    member<Asked<string, Options>>(PaperNumberField(options)),
  line: <const Options extends TextBounds & FieldOptions>(options: Options) =>
    member<Asked<string, Options>>(LineField(options)),
  code: <const Code extends string, const Options extends FieldOptions = FieldOptions>(
    values: readonly Code[],
    options?: Options,
  ) => member<Asked<Code, Options>>(CodeField(values, options)),
  /** The orders that a list offers, `-` for descending. */
  order: <const Order extends string>(orders: readonly Order[]) =>
    member<Order | undefined>(ScalarField({ ...oneOf(orders), name: 'sort' }, { optional: true })),
  scalar: <Held, const Options extends FieldOptions = FieldOptions>(
    scalar: Scalar<Held>,
    options?: Options,
  ) => member<Asked<Held, Options>>(ScalarField(scalar, options)),
  nested: <Held extends object, const Options extends NestedOptions = NestedOptions>(
    type: () => new () => Held,
    options?: Options,
  ) => member<Asked<Held, Options>>(NestedField(type, options)),
};

const ANY_JSON = [
  { type: 'number' },
  { type: 'string' },
  { type: 'boolean' },
  { type: 'object', additionalProperties: true },
  { type: 'array', items: {} },
];

/** What an answer may hold, member by member; see the decorators of the same names. */
export const shown = {
  uuid: shownAs<string>(UuidAnswer),
  day: shownAs<LocalDate>(DayAnswer),
  month: shownAs<Period>(MonthAnswer),
  instant: shownAs<Instant>(InstantAnswer),
  clockTime: shownAs<string>(ClockTimeAnswer),
  rupiah: shownAs<Rupiah>(RupiahAnswer),
  number: shownAs<number>(NumberAnswer),
  yesNo: shownAs<boolean>(YesNoAnswer),
  text: shownAs<string>(TextAnswer),
  /** How often a thing has changed. */
  revision: () => member<number>(NumberAnswer({ description: 'Send it as If-Match: "<revision>"' })),
  position: shownAs<string>(PositionAnswer),
  code: <const Code extends string, const Options extends AnswerOptions = AnswerOptions>(
    values: readonly Code[],
    options?: Options,
  ) => member<Shown<Code, Options>>(CodeAnswer(values, options)),
  /** A whole number for each code. */
  counts: <const Code extends string>(_codes: readonly Code[], { description }: { description: string }) =>
    member<Readonly<Record<Code, number>>>(
      ApiProperty({ type: 'object', additionalProperties: { type: 'integer' }, description }),
    ),
  /** Any value of JSON: a number of a rule, or what somebody stated. */
  json: ({ optional, nullable, description }: Omit<AnswerOptions, 'each' | 'example'> = {}) =>
    member<unknown>(
      ApiProperty({
        // Swagger asks for a type, and leaves it out beside `oneOf`.
        type: 'string',
        oneOf: ANY_JSON,
        ...(nullable && { nullable }),
        ...(optional && { required: false }),
        ...(description !== undefined && { description }),
      }),
    ),
  nested: <Held extends object, const Options extends Omit<AnswerOptions, 'example'> = AnswerOptions>(
    type: () => new () => Held,
    options?: Options,
  ) => member<Shown<Held, Options>>(NestedAnswer(type, options), type),
};
