/** Simulations of the law over a population: run on all processors, written down, and confirmed by another person. */
export { UnreadablePopulation } from './population-row.js';
export { readRecord, recordedRun, type RunRecord, sha256Of, verifyRecord } from './record.js';
export { type Population, simulate, type SimulationRequest } from './run.js';
