export {
  type Change,
  type Columns,
  append,
  change,
  changeOf,
  fold,
  foldBeside,
  foldEach,
  newRow,
  put,
  putOwn,
  remove,
  via,
} from './change.js';
export { aliasTable, goesAlone, goesOnAs, idsOf } from './aliases.js';
export { category, subjectOf } from './category.js';
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
export { COPY_FROM, type Writing } from './stored-rows.js';
export { type SightRow, seenBy, sightTable, within } from './sight.js';
export { type TimelineRow, timelineOf, timelineTable, told } from './timeline.js';
