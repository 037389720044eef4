export { JP_KINDS } from './jp.rules.js';
