import type { Row, Table } from '#postgres';
import { type CloudEvent, type DataOf, type FieldMap, takeFields } from '#publishing/contracts';

/** A row for one of the tables of facts. */
export interface FactRow {
  readonly table: Table;
  readonly row: Readonly<Record<string, unknown>>;
}

/** What one event says. */
export interface Told {
  readonly rows: readonly FactRow[];
  /** About whom it is: what follows from all facts about them is folded again. */
  readonly about: readonly string[];
}

/** How the events of one contract are read. */
export interface Reader {
  /** Name of the contract, with its version. */
  readonly type: string;
  /** @throws ContractBroken when a field that is needed is missing or is something else; never tells the value */
  read(event: CloudEvent): Told;
}

/** What stands in every fact. */
interface Origin {
  readonly eventId: string;
  readonly logPosition: string;
}

/**
 * Reads the events of a contract. Only the fields that are named here are looked at: what a contract says besides may change.
 * @param facts the rows that an event makes, and about whom it is
 */
export function reads<const Fields extends FieldMap>(
  type: string,
  fields: Fields,
  facts: (data: DataOf<Fields>, origin: Origin) => Told | FactRow,
): Reader {
  return {
    type,
    read: (event) => {
      const data = takeFields(fields, event.data) as DataOf<Fields>;
      const told = facts(data, { eventId: event.id, logPosition: event.logposition });
      return 'rows' in told ? told : { rows: [told], about: [] };
    },
  };
}

/** A row of a table, checked by the compiler. */
export function fact<Of extends Table>(table: Of, row: Row<Of>): FactRow {
  return { table, row };
}

/** The same, of something that is said about somebody. */
export function factAbout<Of extends Table>(
  participantId: string,
  table: Of,
  row: Omit<Row<Of>, 'participantId'>,
): Told {
  return { rows: [{ table, row: { ...row, participantId } }], about: [participantId] };
}
