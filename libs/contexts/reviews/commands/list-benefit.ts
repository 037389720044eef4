import { command } from '#runtime';
import { listBenefit } from '../domain/list-benefit.js';
import { reviews } from '../domain/review.js';

/** Only the process late-facts sends it. */
export const ListBenefit = command('ListBenefit', reviews, 'participantId', listBenefit);
