export { type GroupProof, type LawProof, type OpenRules, proveLaw } from './prove.js';
