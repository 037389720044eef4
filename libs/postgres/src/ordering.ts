import { type ColumnKind, COLUMN_TYPES } from './column.js';
import { type ColumnMap, type Row, type Table, orNone } from './table.js';

/** One column that a list is ordered by. */
export interface OrderedBy {
  readonly column: string;
  readonly kind: ColumnKind;
  /** What stands for nothing; undefined where there is always something. */
  readonly none: string | undefined;
  /** As indexes have it too, with the name of the table before it. */
  readonly sql: string;
}

/** What a list is ordered by; the last column tells apart the rows that are alike in those before it. */
export interface Ordering<Of = unknown> {
  readonly by: readonly OrderedBy[];
  /** For the compiler only. */
  readonly row?: Of;
}

/**
 * The order of a list: columns of a table, those that may be empty with what stands for nothing there. An index of the
 * same parts serves it: `ordering(payouts, [['payBy', '9999-12-31'], 'payoutId'])`.
 */
export function ordering<Columns extends ColumnMap, const Name extends keyof Columns & string>(
  table: Table<Columns>,
  parts: readonly (Name | readonly [column: Name, none: string])[],
): Ordering<Pick<Row<Table<Columns>>, Name>> {
  return {
    by: parts.map((part) => {
      const [column, none]: readonly [Name, string?] = typeof part === 'string' ? [part] : part;
      const found = table.all.find(({ name }) => name === column);
      if (!found) throw new RangeError(`${table.name} has no column ${column}`);
      const place = `"${table.sqlName}"."${found.sqlName}"`;
      return { column, kind: found.kind, none, sql: none === undefined ? place : orNone(place, none) };
    }),
  };
}

/** The type of a column's values, for a parameter that is compared with it. */
export const typeOf = ({ kind }: OrderedBy): string => COLUMN_TYPES[kind];
