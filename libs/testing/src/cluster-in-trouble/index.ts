export { ClusterInTrouble, type ClusterOptions } from './cluster-in-trouble.js';
export { TROUBLES, type EndTrouble, type Trouble, type TroubleName } from './troubles.js';
