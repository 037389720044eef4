import { command } from '#runtime';
import { closeReview } from '../domain/close-review.js';
import { reviewedBenefits } from '../domain/review.js';

export const CloseReview = command('CloseReview', reviewedBenefits, 'participantId', closeReview);
