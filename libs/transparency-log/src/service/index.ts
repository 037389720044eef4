export { writeDurably } from './durable-files.js';
export { type FollowTerms, LogBehindTree, TreeFollower, type TreeStatus } from './follow-log.js';
export { KeptTree, type TreePlace } from './kept-tree.js';
export { TransparencyLogModule } from './transparency-log.module.js';
export { WitnessModule } from './witness.module.js';
export {
  type FoundLeaf,
  OtherOrigin,
  TreeLog,
  type TreeLogOptions,
  closingNote,
  treeFolder,
} from './tree-log.js';
