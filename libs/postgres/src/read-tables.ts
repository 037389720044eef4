import {
  type Dialect,
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
    dialect: dialectOver(pool, () => new SchemaCompiler(schema, new Set(tables))),
  });
}

/** PostgreSQL as it is asked through a pool, in statements that a compiler of one's own writes. */
export function dialectOver(
  pool: PostgresPool,
  createQueryCompiler: Dialect['createQueryCompiler'],
): Dialect {
  return {
    createDriver: () => new PostgresDriver({ pool }),
    createQueryCompiler,
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (database) => new PostgresIntrospector(database),
  };
}

/** Writes the names of tables and columns as PostgreSQL has them. */
export class CamelCaseCompiler extends PostgresQueryCompiler {
  protected override visitSchemableIdentifier(node: SchemableIdentifierNode): void {
    if (!node.schema) this.onTable(node.identifier.name);
    super.visitSchemableIdentifier(node);
  }

  /** Told of each table before its name is written, as TypeScript has it. */
  protected onTable(_name: string): void {}

  protected override compileUnwrappedIdentifier({ name }: IdentifierNode): void {
    this.append(snakeCase(name).replaceAll('"', '""'));
  }
}

class SchemaCompiler extends CamelCaseCompiler {
  constructor(
    private readonly schema: string,
    private readonly tables: ReadonlySet<string>,
  ) {
    super();
  }

  protected override onTable(name: string): void {
    if (this.tables.has(name)) this.append(`"${this.schema}".`);
  }
}
