import { command } from '#runtime';
import { openReviews } from '../domain/open-reviews.js';
import { reviews } from '../domain/review.js';

/** Only the process late-facts sends it. */
export const OpenReviews = command('OpenReviews', reviews, 'participantId', openReviews);
