import { asked, shape } from '#http';
import { REVIEW_OUTCOMES } from '../domain/review.events.js';

export class CloseReviewBody extends shape({
  outcome: asked.code(REVIEW_OUTCOMES, { description: 'What was found' }),
}) {}
