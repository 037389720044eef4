export { RELATIONS, type Relation, entitledHeirs } from './heirs.js';
export { shareOut } from './share-out.js';
