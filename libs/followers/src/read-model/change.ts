import type { RecordedEvent } from '#event-store';
import type { DomainEvent } from '#kernel';
import type { KeyOf, Row, Table } from '#postgres';

/** A row in the hands of those that do not know its table. */
export type AnyRow = Readonly<Record<string, unknown>>;

/** Something that only the row of another table tells. */
export class Via<Out> {
  /** For the compiler only. */
  declare readonly out: Out;

  constructor(
    readonly table: Table,
    readonly key: unknown,
    readonly to: (row: AnyRow) => unknown,
  ) {}
}

/** Several keys that the row of another table names, and that row. */
export class Each {
  constructor(
    readonly keys: readonly unknown[],
    readonly named: AnyRow,
  ) {}
}

/** What an event means for one row of one table, or for each of several: a value, made without a database. */
export interface Change {
  readonly table: Table;
  /** Whether it must know the row as it stands: `put`, `remove` and `append` need not. */
  readonly needs: 'nothing' | 'row or none' | 'row';
  /** The key, or the whole row where there is nothing to fold; or the look-up that tells it. */
  readonly subject: unknown;
  /** The key of another row of the table that it must know, if there is one. */
  readonly beside?: unknown;
  /** From the row that stands there to the one that is to stand there; undefined is none. */
  readonly to: (row: AnyRow | undefined, subject: AnyRow, beside?: AnyRow) => AnyRow | undefined;
  /** New by its key for certain: nothing stands there, and nothing will change it. */
  readonly isAppended: boolean;
  /** New by its key for certain: nothing stands there so far. */
  readonly isNew?: boolean;
}

/** The row stands as given, whatever stood there. */
export function put<Of extends Table>(table: Of, row: Row<Of> | Via<Row<Of>>): Change {
  return { table, needs: 'nothing', subject: row, to: asGiven, isAppended: false };
}

/**
 * The same of a row that only events of this stream make: with the first of them it is new for certain, and PostgreSQL is not asked
 * whether it stands.
 */
export function putOwn<Of extends Table>(
  { revision }: Pick<RecordedEvent, 'revision'>,
  table: Of,
  row: Row<Of>,
): Change {
  return { ...put(table, row), isNew: revision === 0n };
}

/** The row is replaced by what the function makes of it. A row that is missing is an error. */
export function change<Of extends Table>(
  table: Of,
  key: KeyOf<Of> | Via<KeyOf<Of>>,
  to: (row: Row<Of>) => Row<Of>,
): Change {
  return { table, needs: 'row', subject: key, to: to as Change['to'], isAppended: false };
}

/** Columns of a row, or how they follow from the row as it stands. */
export type Columns<Of extends Table> = Partial<Row<Of>> | ((row: Row<Of>) => Partial<Row<Of>>);

/**
 * How the events of a stream change the one row that they are about, and with it the revision that its readers send back:
 * `const payout = changeOf(payouts, 'payoutId')`, then `payout(event, { status: 'SETTLED' })`.
 */
export function changeOf<Of extends Table, Key extends string>(table: Of, key: Key) {
  return (
    { data, revision }: RecordedEvent<DomainEvent<string, Readonly<Record<Key, string>>>>,
    columns: Columns<Of> = {},
  ): Change =>
    change(table, data[key] as KeyOf<Of>, (row) => ({
      ...row,
      ...(typeof columns === 'function' ? columns(row) : columns),
      revision: Number(revision),
    }));
}

/** What a source says in fields of the same name as columns; null where it need not say it, or is gone. */
type FieldsOf<Of extends Table, Source> = {
  readonly [Name in keyof Row<Of> & keyof NonNullable<Source>]:
    | Exclude<NonNullable<Source>[Name], undefined>
    | (undefined extends Source | NonNullable<Source>[Name] ? null : never);
};

type NullsOf<Of extends Table, Said> = {
  readonly [Name in Exclude<keyof Row<Of>, Said> as null extends Row<Of>[Name] ? Name : never]: null;
};

/**
 * What a new row holds by itself: the fields of its first event that are columns of the same name, and of its sealed part
 * where that can still be opened, and null in all others that may be. What is named otherwise, or starts at nothing, is
 * for the caller to add, as the compiler tells.
 */
export function newRow<Of extends Table, Data extends object, Person extends object | undefined = object>(
  { all }: Of,
  data: Data,
  person?: Person,
): FieldsOf<Of, Data> &
  FieldsOf<Of, Person> &
  NullsOf<Of, keyof NonNullable<Data> | keyof NonNullable<Person>> {
  const said = { ...data, ...person } as AnyRow;
  const row: Record<string, unknown> = {};
  for (const { name, isNullable } of all) {
    if (said[name] !== undefined) row[name] = said[name];
    else if (isNullable) row[name] = null;
  }
  return row as ReturnType<typeof newRow<Of, Data, Person>>;
}

/** The general form: from the row or none, and its key, to the row or none. */
export function fold<Of extends Table>(
  table: Of,
  key: KeyOf<Of> | Via<KeyOf<Of>>,
  to: (row: Row<Of> | undefined, key: KeyOf<Of>) => Row<Of> | undefined,
): Change {
  return { table, needs: 'row or none', subject: key, to: to as unknown as Change['to'], isAppended: false };
}

/** The same, with another row of the table in view, which stays as it is. */
export function foldBeside<Of extends Table>(
  table: Of,
  key: KeyOf<Of>,
  beside: KeyOf<Of>,
  to: (row: Row<Of> | undefined, beside: Row<Of> | undefined) => Row<Of> | undefined,
): Change {
  const toRow: Change['to'] = (row, _subject, other) =>
    to(row as Row<Of> | undefined, other as Row<Of> | undefined);
  return { table, needs: 'row or none', subject: key, beside, to: toRow, isAppended: false };
}

/**
 * The same of each row that the row of another table names, with that one in view as it stands at this place in the log. Where it has no
 * row nothing happens. Its table must stand above the changed one in the read model's `tables`.
 */
export function foldEach<Of extends Table, Naming extends Table>(
  table: Of,
  by: {
    readonly table: Naming;
    readonly key: KeyOf<Naming>;
    readonly names: (row: Row<Naming>) => readonly KeyOf<Of>[];
  },
  to: (row: Row<Of> | undefined, named: Row<Naming>) => Row<Of> | undefined,
): Change {
  const subject = via(by.table, by.key, (row) => new Each(by.names(row), row as AnyRow));
  const toRow: Change['to'] = (row, _subject, named) => to(row as Row<Of> | undefined, named as Row<Naming>);
  return { table, needs: 'row or none', subject, to: toRow, isAppended: false };
}

/** No row stands there any more, whether or not one did. */
export function remove<Of extends Table>(table: Of, key: KeyOf<Of> | Via<KeyOf<Of>>): Change {
  return { table, needs: 'nothing', subject: key, to: () => undefined, isAppended: false };
}

/** A row that nothing changes later, under a key that only this event has: it is never loaded. */
export function append<Of extends Table>(table: Of, row: Row<Of> | Via<Row<Of>>): Change {
  return { table, needs: 'nothing', subject: row, to: asGiven, isAppended: true };
}

/**
 * A key or a row that only a look-up tells: `change(claims, via(claimOfPayout, payoutId, (row) => row.claimId), …)`.
 * The look-up is asked as it stands at this place in the log. Where it has no row, or the function gives nothing,
 * nothing happens. Its table must stand above the changed one in the read model's `tables`.
 */
export function via<Of extends Table, Out>(
  table: Of,
  key: KeyOf<Of>,
  to: (row: Row<Of>) => Out | undefined,
): Via<Out> {
  return new Via<Out>(table, key, to as (row: AnyRow) => unknown);
}

const asGiven: Change['to'] = (_row, subject) => subject;
