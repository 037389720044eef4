export { JKP_REASONS, type JkpReason } from './jkp.rules.js';
export { calculateJkp, type JkpInput } from './jkp.js';
