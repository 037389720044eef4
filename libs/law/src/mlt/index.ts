export { MLT_KINDS, type MltKind } from './mlt.rules.js';
export { calculateMlt, type MltInput } from './mlt.js';
