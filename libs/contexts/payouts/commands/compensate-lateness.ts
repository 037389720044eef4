import { command } from '#runtime';
import { compensateLateness } from '../domain/compensate-lateness.js';
import { lateness } from '../domain/lateness.js';

/** Only the process late-compensation sends it: what a delay owes follows from when the money arrived. */
export const CompensateLateness = command('CompensateLateness', lateness, 'payoutId', compensateLateness);
