export {
  type Change,
  type Columns,
  type Via,
  append,
  change,
  changeOf,
  fold,
  newRow,
  put,
  remove,
  via,
} from './change.js';
export { type Category, type EventIn, category } from './category.js';
export { type FoldedRows, foldRows, noRows } from './fold.js';
export {
  type On,
  type FollowerIdentity,
  type ReadModel,
  type RowsOf,
  type TablesIn,
  readModel,
  schemaOf,
} from './read-model.js';
export { type Effective, type TimelineRow, timelineOf, timelineTable, told } from './timeline.js';
