export { JP_KINDS, type JpKind } from './jp.rules.js';
export { calculateJpLumpSum, calculateJpMonthly, type JpMonthlyInput, jpRetirementAge } from './jp.js';
