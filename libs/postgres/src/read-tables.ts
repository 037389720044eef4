import {
  type IdentifierNode,
  Kysely,
  type KyselyPlugin,
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  type PostgresPool,
  PostgresQueryCompiler,
  type SchemableIdentifierNode,
  type UnknownRow,
} from 'kysely';
import { camelCase, snakeCase } from './names.js';

/**
 * Kysely over the tables of a schema: names are camelCase in TypeScript and snake_case in PostgreSQL; fragments of `sql` are
 * PostgreSQL's. The names are written so when the statement is, which takes half the time of Kysely's plugins for it: they
 * copy the whole query twice.
 * @param tables their names in TypeScript
 */
export function readTables(pool: PostgresPool, schema: string, tables: readonly string[]): Kysely<object> {
  return new Kysely<object>({
    dialect: {
      createDriver: () => new PostgresDriver({ pool }),
      createQueryCompiler: () => new SchemaCompiler(schema, new Set(tables)),
      createAdapter: () => new PostgresAdapter(),
      createIntrospector: (database) => new PostgresIntrospector(database),
    },
    plugins: [CAMEL_CASE_ROWS],
  });
}

class SchemaCompiler extends PostgresQueryCompiler {
  constructor(
    private readonly schema: string,
    private readonly tables: ReadonlySet<string>,
  ) {
    super();
  }

  protected override visitSchemableIdentifier(node: SchemableIdentifierNode): void {
    if (!node.schema && this.tables.has(node.identifier.name)) this.append(`"${this.schema}".`);
    super.visitSchemableIdentifier(node);
  }

  protected override compileUnwrappedIdentifier({ name }: IdentifierNode): void {
    this.append(snakeCase(name).replaceAll('"', '""'));
  }
}

/** All rows of an answer have the same columns, so their names are looked at once. What stands inside JSON is data and stays. */
const CAMEL_CASE_ROWS: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: ({ result }) => {
    const columns = Object.keys(result.rows[0] ?? {}).map((column) => [column, camelCase(column)] as const);
    const rows = result.rows.map((row) => {
      const renamed: UnknownRow = {};
      for (const [column, name] of columns) renamed[name] = row[column];
      return renamed;
    });
    return Promise.resolve({ ...result, rows });
  },
};
