export {
  type ProcessIdentity,
  type StepRow,
  STEP_OUTCOMES,
  type StepOutcome,
  stepsOf,
} from './processes/process-steps.js';
export { type SendCommand, processFollower } from './processes/process-follower.js';
export { type ActiveLock, ActiveLocks } from './active-lock.js';
export { pause } from './pause.js';
export { applyBatch } from './apply-batch.js';
export { type Checkpoint } from './bookkeeping.js';
export { FollowerFenced, NotPrepared, ShapeChanged, describeFailure } from './follower-errors.js';
export { lockPlace, movePlace, noteNewest } from './keep-place.js';
export { type RunnerOptions, type RunningFollower, runFollower, runFollowers } from './run-followers.js';
export {
  checkpointOf,
  dropTablesOf,
  dropVersion,
  prepareReadModel,
  prepareTables,
} from './follower-tables.js';
export { type ListedFollower, followerPositions, furthestPosition, listFollowers } from './list-followers.js';
export { recordSkip } from './skipped-events.js';
export {
  type ProgramRights,
  type ProgramRole,
  type SharedSchema,
  prepareDatabase,
  roleOf,
} from './prepare-database.js';
export { tablesOf } from './tables-of.js';
export { type Follower, readModelFollower } from './follower.js';
export { fingerprint } from './fingerprint.js';
export * from './read-model/index.js';
export { ReadModelBehind, waitForPosition } from './wait-for-position.js';
export { type RowDifference } from './verification/compare-tables.js';
export { ReadModelBusy } from './verification/one-at-a-time.js';
export { ReadModelNotThere, type Verification, verifyReadModel } from './verification/verify-read-model.js';
export { LOG_INDEX, logIndexOf } from './log-index/log-index.js';
export { type EventPlace, type KnownPlace, LogPlaces } from './log-index/places.js';
export { type AsOf, givenRows } from './look-back/fold-as-of.js';
export { type KnownAt, NoSuchPast, placeKnownAt } from './look-back/known-at.js';
export { foldAbout } from './look-back/fold-about.js';
export { buildCopy } from './look-back/build-copy.js';
export { TooMuchToFold } from './look-back/subject-events.js';
export {
  type CopiedPast,
  type KeptCopy,
  COPIES_SCHEMA,
  builtCopy,
  dropOldCopies,
  keptCopies,
  tablesOfCopy,
} from './look-back/copies.js';
export { type Difference, differencesOf } from './history/difference.js';
export {
  type FoldedStream,
  HISTORY_SCOPES,
  type HistoryAsked,
  type HistoryEvent,
  TooMuchHistory,
  type Told as HistoryTold,
  historyOf,
  historyOfEvent,
} from './history/history.js';
export { type Rebuilt, formerOf, rebuildBeside, turnBack } from './rebuild/rebuild-beside.js';
