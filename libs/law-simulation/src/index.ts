/** Simulations of the law over a population: run on all processors, written down, and confirmed by another person. */
export { UnreadablePopulation } from './population-row.js';
export { readRecord, UnreadableRecord } from './read-record.js';
export { ChangedPopulation, recordedRun, type RunRecord, sha256Of, verifyRecord } from './record.js';
export { MOST_MEMBERS, MOST_MONTHS, type Population, simulate } from './run.js';
