import {
  type IdentifierNode,
  Kysely,
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  type PostgresPool,
  PostgresQueryCompiler,
  type SchemableIdentifierNode,
} from 'kysely';
import { snakeCase } from './names.js';

/**
 * Kysely over the tables of a schema: names are camelCase in TypeScript and snake_case in PostgreSQL; fragments of `sql` are
 * PostgreSQL's. The names are written so when the statement is, which takes half the time of Kysely's plugins for it: they
 * copy the whole query twice.
 * @param pool gives rows by those names (`rows.ts`)
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
