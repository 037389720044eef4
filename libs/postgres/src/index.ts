export { sql } from 'kysely';
export type {
  Expression,
  Generated,
  Insertable,
  Kysely,
  RawBuilder,
  SchemaModule,
  Selectable,
  SqlBool,
  Transaction,
  Updateable,
} from 'kysely';
export { createSchema } from './create-schema.js';
export { connectDatabase, type Database, type DatabaseOptions } from './database.js';
export { type Log } from './log.js';
export { errorCode } from './error-code.js';
