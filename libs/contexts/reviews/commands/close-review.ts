import { command } from '#runtime';
import { closeReview } from '../domain/close-review.js';
import { reviews } from '../domain/review.js';

export const CloseReview = command('CloseReview', reviews, 'participantId', closeReview);
