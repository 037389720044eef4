import { type Database, type Table, type Transaction, sql } from '#postgres';
import { type ReadModel, schemaOf } from '../read-model/read-model.js';

/** Rows of a table, by their number and by what they hold together. */
interface Sum {
  readonly rows: number;
  readonly checksum: string;
}

/** A table of both, compared. */
export interface TableChecked {
  readonly table: string;
  readonly live: Sum;
  readonly rebuilt: Sum;
  readonly isSame: boolean;
}

/**
 * Compares each table of a read model in two schemas by the number of its rows and a checksum of all they hold, whatever order they
 * stand in.
 * @param seen sees the live one as it stood at the place where the other stands
 */
export async function checkTables(
  seen: Transaction<object>,
  database: Database,
  model: ReadModel,
  rebuilt: string,
): Promise<TableChecked[]> {
  const checked: TableChecked[] = [];
  for (const table of Object.values(model.tables)) {
    const [live, anew] = await Promise.all([
      sql.raw<SumRow>(sumOf(schemaOf(model), table)).execute(seen),
      sql.raw<SumRow>(sumOf(rebuilt, table)).execute(database.kysely),
    ]);
    const [ours, theirs] = [toSum(live.rows[0]), toSum(anew.rows[0])];
    const isSame = ours.rows === theirs.rows && ours.checksum === theirs.checksum;
    checked.push({ table: table.sqlName, live: ours, rebuilt: theirs, isSame });
  }
  return checked;
}

interface SumRow {
  readonly rows: string;
  readonly checksum: string;
}

const toSum = (row: SumRow | undefined): Sum => ({
  rows: Number(row?.rows ?? 0),
  checksum: row?.checksum ?? '',
});

/** Two sums of halves of a hash of each row: rows that are the same add up to the same, and hardly any others do. */
function sumOf(schema: string, { sqlName }: Table): string {
  const half = (from: number) =>
    `coalesce(sum(('x' || substr(hash, ${from}, 15))::bit(60)::bigint), 0)::text`;
  return `select count(*)::text as rows, ${half(1)} || '-' || ${half(17)} as checksum
    from (select md5(to_jsonb(stored)::text) as hash from "${schema}"."${sqlName}" as stored) as hashes`;
}
