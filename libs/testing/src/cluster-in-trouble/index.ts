export { ClusterInTrouble } from './cluster-in-trouble.js';
export { TROUBLES, TROUBLE_NAMES, type TroubleName } from './troubles.js';
