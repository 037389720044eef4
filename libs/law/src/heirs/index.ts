export type { Relation } from './heirs.js';
