import { COLUMN_TYPES, type Column, type ColumnKind } from './column.js';
import { snakeCase } from './names.js';

export type ColumnMap = Readonly<Record<string, Column>>;

/** What an index is made of, in this order: a column, a column with what stands for nothing, or SQL. */
type IndexPart<Name extends string = string> = Name | readonly [column: Name, none: string] | Expression;

/** A piece of SQL in an index, in the words of PostgreSQL. */
export interface Expression {
  readonly sql: string;
}

export const expression = (sql: string): Expression => ({ sql });

interface Index<Name extends string = string> {
  readonly name: string;
  readonly parts: readonly IndexPart<Name>[];
  readonly using: 'btree' | 'gin';
}

/** @param using `gin` for what a column contains, as trigrams of a word; else a tree, which knows order and beginnings. */
export function index<const Name extends string>(
  name: string,
  parts: readonly IndexPart<Name>[],
  { using = 'btree' }: Partial<Pick<Index, 'using'>> = {},
): Index<Name> {
  return { name, parts, using };
}

/** A column that knows its name, here and in PostgreSQL. */
export interface NamedColumn {
  readonly name: string;
  readonly sqlName: string;
  readonly kind: ColumnKind;
  readonly isNullable: boolean;
}

/** A table as a value: columns, key, DDL and the type of its rows come from one declaration. */
export interface Table<Columns extends ColumnMap = ColumnMap> {
  /** As TypeScript has it: `claimPayouts`. */
  readonly name: string;
  /** As PostgreSQL has it: `claim_payouts`. */
  readonly sqlName: string;
  readonly columns: Columns;
  /** The columns in their order. */
  readonly all: readonly NamedColumn[];
  /** Those that make the key. */
  readonly key: readonly [NamedColumn, ...NamedColumn[]];
  readonly indexes: readonly Index[];
}

/** The row of a table: `type PayoutRow = Row<typeof payouts>`. */
export type Row<Of extends Table> = {
  readonly [Name in keyof Of['columns']]: Of['columns'][Name] extends Column<infer Value> ? Value : never;
};

type KeyNames<Columns extends ColumnMap> = {
  [Name in keyof Columns]: Columns[Name] extends Column<unknown, true>
    ? boolean extends Columns[Name]['isKey']
      ? never
      : Name
    : never;
}[keyof Columns];

type IsUnion<One, All = One> = One extends unknown ? ([All] extends [One] ? false : true) : never;

/** What tells a row from others: the value of the one key column, or an object where there are several. */
export type KeyOf<Of extends Table> =
  IsUnion<KeyNames<Of['columns']>> extends true
    ? Pick<Row<Of>, KeyNames<Of['columns']>>
    : Row<Of>[KeyNames<Of['columns']>];

const NAME = /^[a-z][a-z0-9]*(?:[A-Z][a-z0-9]+)*$/;

/**
 * Declares a table. Names are camelCase here and snake_case in PostgreSQL.
 * @throws RangeError for a name that does not survive the way there and back, or a table without a key
 */
export function table<const Columns extends ColumnMap>(
  name: string,
  columns: Columns,
  { indexes = [] }: { readonly indexes?: readonly Index<keyof Columns & string>[] } = {},
): Table<Columns> {
  const wrong = [name, ...Object.keys(columns)].find((one) => !NAME.test(one));
  if (wrong !== undefined) throw new RangeError(`Not a name for a table or column: ${wrong}`);
  const all = Object.entries(columns).map(([column, { kind, isNullable }]) => ({
    name: column,
    sqlName: snakeCase(column),
    kind,
    isNullable,
  }));
  const [first, ...others] = all.filter((column) => columns[column.name]?.isKey);
  if (!first) throw new RangeError(`The table ${name} has no key`);
  return { name, sqlName: snakeCase(name), columns, all, key: [first, ...others], indexes };
}

/** A column or table in a statement: `"pay_by"`, a word of SQL's own or not. */
export function quoted(name: string): string {
  return `"${snakeCase(name)}"`;
}

/** The statements that make a table and its indexes, without naming a schema. */
export function createStatements(of: Table): string[] {
  const columns = of.all.map((column) => columnType(column) + (column.isNullable ? '' : ' not null'));
  const key = of.key.map(({ sqlName }) => `"${sqlName}"`).join(', ');
  return [
    `create table "${of.sqlName}" (${[...columns, `primary key (${key})`].join(', ')})`,
    ...of.indexes.map(
      ({ name, parts, using }) =>
        `create index ${name} on "${of.sqlName}"${using === 'btree' ? '' : ` using ${using}`} (${parts.map(indexPart).join(', ')})`,
    ),
  ];
}

/** A column with its type, as `create table` and record definitions want it. */
export function columnType({ sqlName, kind }: NamedColumn): string {
  return `"${sqlName}" ${COLUMN_TYPES[kind]}`;
}

function indexPart(part: IndexPart): string {
  if (typeof part === 'string') return quoted(part);
  return 'sql' in part ? part.sql : orNone(quoted(part[0]), part[1]);
}

/** A column with what stands for nothing, as indexes and orders say it alike. */
export function orNone(column: string, none: string): string {
  return `coalesce(${column}, '${none.replaceAll("'", "''")}')`;
}

/** What tells a row from others, as one text: of a row, or of a key as `KeyOf` has it. */
export function keyText({ key }: Table, rowOrKey: unknown): string {
  const [first, ...others] = key;
  if (typeof rowOrKey !== 'object' || rowOrKey === null) return keyPart(first, rowOrKey);
  const record = rowOrKey as Readonly<Record<string, unknown>>;
  let text = keyPart(first, record[first.name]);
  for (const column of others) text += BETWEEN_PARTS + keyPart(column, record[column.name]);
  return text;
}

/** The columns of a key, of one row of a table, from its text. */
export function keyOfText({ key }: Table, text: string): Record<string, string | undefined> {
  const parts = text.split(BETWEEN_PARTS);
  return Object.fromEntries(key.map(({ name }, place) => [name, parts[place]]));
}

/** No text of PostgreSQL has it. */
const BETWEEN_PARTS = '\0';

/** PostgreSQL gives a UUID back in small letters, whatever it was given. */
function keyPart({ kind }: NamedColumn, value: unknown): string {
  return kind === 'uuid' ? String(value).toLowerCase() : String(value);
}
