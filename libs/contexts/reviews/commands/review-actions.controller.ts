import { OFFICE, actionsController } from '#http';
import { reviewActionsOf } from './review.actions.js';

export const ReviewActionsController = actionsController(reviewActionsOf, {
  name: 'ReviewActionsController',
  tag: 'reviews',
  path: 'participants/:participantId/reviews/:reviewId',
  what: 'with a review of a corrected fact',
  roles: OFFICE,
});
