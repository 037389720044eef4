import { command } from '#runtime';
import { closeReview } from '../domain/close-review.js';
import { reviewedBenefits } from '../domain/review.js';
import { mayClose } from './who-acts.js';

export const CloseReview = command('CloseReview', reviewedBenefits, 'participantId', closeReview, {
  permit: mayClose,
});
