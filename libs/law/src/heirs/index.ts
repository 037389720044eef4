export type { HeirClass } from './heirs.rules.js';
export { calculateHeirs, entitledHeirs, type HeirsInput, type Relation, RELATIONS } from './heirs.js';
