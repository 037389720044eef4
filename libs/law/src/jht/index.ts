export { JHT_PURPOSES, JHT_REASONS, type JhtPurpose, type JhtReason } from './jht.rules.js';
export {
  calculateJhtFull,
  calculateJhtPartial,
  type JhtAccount,
  type JhtFullInput,
  type JhtPartialInput,
} from './jht.js';
