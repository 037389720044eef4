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
export { applyBatch, type BatchApplied } from './apply-batch.js';
export type { Checkpoint } from './bookkeeping.js';
export { createSchema } from './create-schema.js';
export { connectDatabase, type Database, type DatabaseOptions } from './database.js';
export * from './embedded-postgres.js';
export * from './key-ring.js';
export type { Log } from './log.js';
export * from './projection-errors.js';
export * from './projection-runner.js';
export { checkpointOf, dropVersion, prepareProjection, versionsOf } from './projection-tables.js';
export { defineProjection, schemaOf, tablesOf } from './projection.js';
export type { AnyProjection, Handler, Projection, ProjectionIdentity } from './projection.js';
export * from './timeline.js';
export * from './wait-for-position.js';
