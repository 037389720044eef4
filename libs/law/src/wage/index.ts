export { bpuBandFor } from './wage-basis.js';
