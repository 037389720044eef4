import type { Instant, LocalDate, Period, Rupiah } from '#kernel';

/** How each kind of column stands in PostgreSQL: one form for days, one for moments, one for lists and objects. */
export const COLUMN_TYPES = {
  uuid: 'uuid',
  text: 'text',
  /** A day is text: `LocalDate` comes back as it went in, and text sorts as days do. */
  day: 'text',
  month: 'text',
  instant: 'timestamptz',
  integer: 'integer',
  rupiah: 'bigint',
  /** A place in the log, as text in TypeScript: it may be past 2^53. */
  position: 'numeric',
  yesNo: 'boolean',
  /** Sixty-four of them, as a text of 0 and 1: PostgreSQL compares and counts them at once. */
  bits: 'bit(64)',
  json: 'jsonb',
} as const;

export type ColumnKind = keyof typeof COLUMN_TYPES;

/** One column of a table: its type in PostgreSQL and in TypeScript, said once. */
export class Column<Value = unknown, Key extends boolean = boolean> {
  /** For the compiler only. */
  declare readonly value: Value;

  constructor(
    readonly kind: ColumnKind,
    readonly isKey: Key,
    readonly isNullable: boolean,
  ) {}

  /** May hold nothing. */
  nullable(): Column<Value | null, Key> {
    return new Column<Value | null, Key>(this.kind, this.isKey, true);
  }

  /** Belongs to the key of the table; a key may have several columns, in the order in which they stand. */
  key(): Column<Value, true> {
    return new Column<Value, true>(this.kind, true, this.isNullable);
  }
}

const columnOf =
  <Default>(kind: ColumnKind) =>
  <Value extends Default = Default>(): Column<Value, false> =>
    new Column<Value, false>(kind, false, false);

export const uuid = columnOf<string>('uuid');
export const text = columnOf<string>('text');
export const day = columnOf<LocalDate>('day');
export const month = columnOf<Period>('month');
export const instant = columnOf<Instant>('instant');
export const integer = columnOf<number>('integer');
export const rupiah = columnOf<Rupiah>('rupiah');
export const position = columnOf<string>('position');
export const yesNo = columnOf<boolean>('yesNo');
export const bits = columnOf<string>('bits');

/** Lists and objects, `json<readonly string[]>()`: jsonb, also where PostgreSQL has lists of its own. */
export const json = <Value>(): Column<Value, false> => new Column<Value, false>('json', false, false);
