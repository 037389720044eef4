export { sql } from 'kysely';
export type { Generated, Kysely, RawBuilder, SqlBool, Transaction } from 'kysely';
export {
  type ColumnKind,
  bits,
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
  type KeyOf,
  type NamedColumn,
  type Row,
  type Table,
  columnType,
  createStatements,
  expression,
  index,
  keyOfText,
  keyText,
  quoted,
  table,
} from './table.js';
export { type OrderedBy, type Ordering, ordering, typeOf } from './ordering.js';
export { type CopyRows, lineOf } from './copy.js';
export { type GivenTable, recordsOf } from './given-tables.js';
export { createSchema } from './create-schema.js';
export { connectDatabase, type Database } from './database.js';
export type { Session } from './session.js';
export { forgetDropped } from './forget-dropped.js';
export { errorCode } from './error-code.js';
export { DatabaseUnavailable } from './limited.js';
export { outageOfDatabase } from './outage.js';
export { containing } from './like.js';
