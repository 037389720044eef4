import type { Period } from '#kernel';
import type { Row, Table } from '#postgres';
import { type CloudEvent, type DataOf, type FieldMap, takeFields } from '#publishing/contracts';

/** A row for one of the tables of facts. */
export interface FactRow {
  readonly table: Table;
  readonly row: Readonly<Record<string, unknown>>;
}

/** Of whom or what everything is to be folded again that follows from facts, by ids. */
export interface About {
  readonly people?: readonly string[];
  /** Employers and projects. */
  readonly workplaces?: readonly string[];
  /** Those who work there: a message about an employer may come after those about its workers. */
  readonly staffOf?: readonly string[];
  /** Reports of wages that are paid for, or not any more: those whose wages they told. */
  readonly reports?: readonly string[];
  /** Wages of months: whose they are, where somebody has paid for the month already. */
  readonly wages?: readonly WageMonth[];
  readonly claims?: readonly string[];
  /** Payments: their claims. */
  readonly payouts?: readonly string[];
}

/** Of whom a wage was told, in which month. */
export interface WageMonth {
  readonly participantId: string;
  readonly period: Period;
}

/** What one event says. */
export interface Told {
  readonly rows: readonly FactRow[];
  readonly about?: About;
}

/** How the events of one contract are read. */
export interface Reader {
  /** Name of the contract, with its version. */
  readonly type: string;
  /** @throws ContractBroken when a field that is needed is missing or is something else; never tells the value */
  read(event: CloudEvent): Told;
}

/** What stands in every fact. */
export interface Origin {
  readonly eventId: string;
  readonly logPosition: string;
}

/**
 * Reads the events of a contract. Only the fields that are named here are looked at: what a contract says besides may change.
 * @param told what an event says
 */
export function reads<const Fields extends FieldMap>(
  type: string,
  fields: Fields,
  told: (data: DataOf<Fields>, origin: Origin) => Told,
): Reader {
  return {
    type,
    read: (event) =>
      told(takeFields(fields, event.data) as DataOf<Fields>, {
        eventId: event.id,
        logPosition: event.logposition,
      }),
  };
}

/** A row of a table, checked by the compiler; what is left out is nothing. */
export function row<Of extends Table>(table: Of, values: Filled<Row<Of>>): FactRow {
  return { table, row: values };
}

type NullableNames<Whole> = {
  [Name in keyof Whole]: null extends Whole[Name] ? Name : never;
}[keyof Whole];

/** Columns that may hold nothing may be left out, or be undefined. */
type Filled<Whole> = { readonly [Name in Exclude<keyof Whole, NullableNames<Whole>>]: Whole[Name] } & {
  readonly [Name in NullableNames<Whole>]?: Whole[Name] | undefined;
};

/** One row, and about whom or what it is. */
export const fact = <Of extends Table>(table: Of, values: Filled<Row<Of>>, about?: About): Told => ({
  rows: [row(table, values)],
  ...(about && { about }),
});

/** Nothing that is counted. */
export const NOTHING_TOLD: Told = { rows: [] };
