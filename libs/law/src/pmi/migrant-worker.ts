import { invalid } from '../kernel/input-error.js';
import type { Segment } from '../kernel/segment.js';
import { PMI_BENEFITS } from './pmi.conventions.js';

/** @throws Rejection PMI_NOT_IMPLEMENTED for migrant workers, whose benefits are an open question */
export function refuseMigrantWorker(segment: Segment | undefined): void {
  if (segment === 'PMI') {
    throw invalid('PMI_NOT_IMPLEMENTED', `${PMI_BENEFITS.question} ${PMI_BENEFITS.answer}`);
  }
}
