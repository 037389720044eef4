export { checkCase, type Difference } from './check-case.js';
export { type ExpectedComponent, type ExpectedOutput, type LawCase, OUTPUT_PARTS } from './law-case.js';
