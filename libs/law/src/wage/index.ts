export type { BpuBand } from './bpu-bands.rules.js';
export { bpuBandFor, wageBasis, type WageFacts } from './wage-basis.js';
export { calculateWageMonth, type WageMonthInput } from './wage-month.js';
