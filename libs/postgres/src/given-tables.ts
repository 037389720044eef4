import { type CompiledQuery, Kysely, type PostgresPool } from 'kysely';
import { CamelCaseCompiler, dialectOver } from './read-tables.js';
import { type NamedColumn, type Table, columnType } from './table.js';

/** A table in place of one that is asked: rows that nobody has stored, by their names in TypeScript, or a table of another name. */
export type GivenTable = { readonly table: Table } & (
  { readonly rows: readonly Readonly<Record<string, unknown>>[] } | { readonly standsAs: string }
);

/**
 * Kysely over what is given in place of tables: the same questions as over a schema, of what was folded a moment ago, or stands
 * elsewhere. Each question brings those tables with it that it names, so nothing is stored, and whoever may only read may ask.
 */
export function givenTables(pool: PostgresPool, tables: readonly GivenTable[]): Kysely<object> {
  const known = new Map(tables.map((given) => [given.table.name, given]));
  return new Kysely<object>({ dialect: dialectOver(pool, () => new GivenCompiler(known)) });
}

class GivenCompiler extends CamelCaseCompiler {
  private readonly asked = new Map<string, GivenTable>();

  constructor(private readonly tables: ReadonlyMap<string, GivenTable>) {
    super();
  }

  override compileQuery(...asked: Parameters<CamelCaseCompiler['compileQuery']>): CompiledQuery {
    this.asked.clear();
    const compiled = super.compileQuery(...asked);
    const named = [...this.asked.values()];
    if (named.length === 0) return compiled;
    const parameters = [...compiled.parameters];
    const parts = named.map((given) => {
      const { table } = given;
      if ('standsAs' in given)
        return `"${table.sqlName}" as not materialized (select * from ${given.standsAs})`;
      return expressionOf(table, parameters.push(recordsOf(table.all, given.rows)));
    });
    return { ...compiled, sql: withTables(parts.join(', '), compiled.sql), parameters };
  }

  protected override onTable(name: string): void {
    const given = this.tables.get(name);
    if (given) this.asked.set(name, given);
  }
}

/** `"claims" as (select * from json_to_recordset($3::json) as given ("claim_id" uuid, …))` */
function expressionOf({ sqlName, all }: Table, parameter: number): string {
  const columns = all.map(columnType).join(', ');
  return `"${sqlName}" as (select * from json_to_recordset($${parameter}::json) as given (${columns}))`;
}

function withTables(parts: string, statement: string): string {
  const own = /^\s*with\s+(recursive\s+)?/i.exec(statement);
  if (!own) return `with ${parts} ${statement}`;
  return `with ${own[1] ?? ''}${parts}, ${statement.slice(own[0].length)}`;
}

/** Rows as PostgreSQL reads them from one JSON text, whatever their columns are. */
export function recordsOf(
  columns: readonly NamedColumn[],
  rows: readonly Readonly<Record<string, unknown>>[],
): string {
  return JSON.stringify(
    rows.map((row) => {
      const record: Record<string, unknown> = {};
      for (const { name, sqlName } of columns) record[sqlName] = row[name];
      return record;
    }),
  );
}
