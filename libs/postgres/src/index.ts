export { sql } from 'kysely';
export type {
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
export {
  Column,
  COLUMN_TYPES,
  type ColumnKind,
  day,
  instant,
  integer,
  json,
  month,
  position,
  rupiah,
  text,
  uuid,
  yesNo,
} from './column.js';
export {
  type ColumnMap,
  type Index,
  type IndexPart,
  type KeyOf,
  type NamedColumn,
  type Row,
  type Table,
  columnType,
  createStatements,
  expression,
  index,
  keyText,
  quoted,
  snakeCase,
  table,
  uniqueIndex,
} from './table.js';
export { type OrderedBy, type Ordering, ordering, typeOf } from './ordering.js';
export { type CopyRows, lineOf } from './copy.js';
export { createSchema } from './create-schema.js';
export { connectDatabase, type Database, type DatabaseOptions } from './database.js';
export { errorCode } from './error-code.js';
export { outageOfDatabase } from './outage.js';
