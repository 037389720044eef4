import { describe, it } from '@jest/globals';
import { localDate } from '#kernel';
import { on, readModelSpec } from '#testing';
import { CLAIM, REVIEW, SITI, closed, listed, opened } from '../../domain/review.examples.js';
import { reviews } from '../../domain/review.js';
import { reviewReadModel } from './review.read-model.js';

const folded = readModelSpec(reviewReadModel);

describe('the read model of reviews', () => {
  it('shows what waits for somebody, and what was found', () => {
    folded(on(reviews.of(SITI), listed, opened))
      .thenRows('reviews', [
        {
          reviewId: REVIEW,
          participantId: SITI,
          benefitKind: 'CLAIM',
          benefitId: CLAIM,
          facts: ['BIRTH_DATE'],
          status: 'OPEN',
          openedOn: localDate('2026-11-20'),
          outcome: null,
        },
      ])
      .and(on(reviews.of(SITI), closed))
      .thenRows('reviews', [{ status: 'CLOSED', outcome: 'NOTHING_CHANGES', closerId: 'user-1' }])
      .thenUnknownEventsAreIgnored();
  });
});
