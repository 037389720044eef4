export {
  type ProcessIdentity,
  type StepRow,
  STEP_OUTCOMES,
  type StepOutcome,
  stepsOf,
} from './processes/process-steps.js';
export { type ProcessTerms, type SendCommand, processFollower, runProcess } from './processes/run-process.js';
export { applyBatch, type BatchApplied } from './apply-batch.js';
export { type Checkpoint, createBookkeeping, readCheckpoint } from './bookkeeping.js';
export {
  RevisionGap,
  FollowerFenced,
  ShapeChanged,
  HandlerFailed,
  LogBehindReadModel,
  describeFailure,
} from './follower-errors.js';
export {
  type RunnerOptions,
  type RunnerStatus,
  type RunningFollower,
  runFollower,
  runFollowers,
} from './run-followers.js';
export { type ListedFollower, listFollowers } from './list-followers.js';
export { type SkippedEvent, recordSkip, skippedEvents } from './skipped-events.js';
export type { LogSource } from './feed.js';
export { checkpointOf, dropVersion, prepareReadModel, versionsOf } from './follower-tables.js';
export { tablesOf } from './tables-of.js';
export { type Follower, readModelFollower } from './follower.js';
export { fingerprint } from './fingerprint.js';
export * from './read-model/index.js';
export { ReadModelBehind, waitForPosition } from './wait-for-position.js';
