export { KeptTree } from './kept-tree.js';
export { TransparencyLogModule } from './transparency-log.module.js';
export { TreeLog } from './tree-log.js';
export { WitnessModule } from './witness.module.js';
