export {
  type ProcessIdentity,
  type StepRow,
  STEP_OUTCOMES,
  type StepOutcome,
  type StepTables,
  stepsOf,
} from './processes/process-steps.js';
export { type SendCommand, runProcess } from './processes/run-process.js';
export { applyBatch, type BatchApplied } from './apply-batch.js';
export { type Checkpoint, createBookkeeping, readCheckpoint } from './bookkeeping.js';
export {
  RevisionGap,
  ProjectionFenced,
  ShapeChanged,
  UndeclaredCategory,
  HandlerFailed,
  describeFailure,
} from './projection-errors.js';
export {
  type RunnerOptions,
  type RunnerStatus,
  type RunningProjection,
  runProjection,
} from './projection-runner.js';
export { checkpointOf, dropVersion, prepareProjection, versionsOf } from './projection-tables.js';
export { tablesOf } from './tables-of.js';
export type { AnyReadModel } from './projecting.js';
export * from './read-model/index.js';
export {
  type AnyProjection,
  type Handler,
  type Projection,
  type StoredTimelineRow,
  type TimelineTables,
  createTimeline,
  defineProjection,
  storedTimelineOf,
  tell,
  toTimelineRow,
} from './handler-projection.js';
export { ReadModelBehind, waitForPosition } from './wait-for-position.js';
