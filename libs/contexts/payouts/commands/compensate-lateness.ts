import { command } from '#runtime';
import { compensateLateness, lateness } from '../domain/compensate-lateness.js';

/** Only the process late-compensation sends it: what a delay owes follows from when the money arrived. */
export const CompensateLateness = command('CompensateLateness', lateness, 'payoutId', compensateLateness);
