export { ClusterInTrouble, type ClusterOptions } from './cluster-in-trouble.js';
export { TROUBLES, TROUBLE_NAMES, type EndTrouble, type Trouble, type TroubleName } from './troubles.js';
