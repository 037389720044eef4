import { describe, it } from '@jest/globals';
import { derivedId } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { closeReview } from './close-review.js';
import { listBenefit } from './list-benefit.js';
import { openReviews } from './open-reviews.js';
import { CAUSE, CLAIM, REVIEW, SITI, closed, listed, opened } from './review.examples.js';
import { reviews } from './review.js';

const given = decisionSpec(reviews);
const context = testContext();

const fact = {
  participantId: SITI,
  facts: ['BIRTH_DATE'] as const,
  causeId: CAUSE,
  correctedBy: opened.data.correctedBy,
};
const reviewId = derivedId('late-fact-review', CAUSE, CLAIM);
const finding = { participantId: SITI, reviewId: REVIEW, outcome: 'NOTHING_CHANGES' } as const;

describe('What was calculated', () => {
  it('is listed once', () => {
    const { effectiveOn: _day, ...input } = listed.data;
    given([])
      .when((state) => listBenefit(input, state, context))
      .thenRecorded([listed]);
    given([listed])
      .when((state) => listBenefit(input, state, context))
      .thenNothing();
  });

  it('is reviewed when a fact is corrected since', () => {
    given([listed])
      .when((state) => openReviews(fact, state, context))
      .thenRecorded([{ ...opened, data: { ...opened.data, reviewId } }]);
  });

  it('is reviewed once for each correction', () => {
    given([listed, { ...opened, data: { ...opened.data, reviewId } }])
      .when((state) => openReviews(fact, state, context))
      .thenNothing();
  });
});

describe('A corrected fact', () => {
  it('opens nothing where nothing was calculated', () => {
    given([])
      .when((state) => openReviews(fact, state, context))
      .thenNothing();
  });
});

describe('A review', () => {
  it('is closed by somebody who says what follows', () => {
    given([listed, opened])
      .when((state) => closeReview(finding, state, context))
      .thenRecorded([{ ...closed, data: { ...closed.data, closerId: context.actor.id } }]);
  });

  it('is not closed by whoever asked for the correction or confirmed it', () => {
    for (const id of opened.data.correctedBy) {
      const own = { ...context, actor: { ...context.actor, id } };
      given([listed, opened])
        .when((state) => closeReview(finding, state, own))
        .thenRejected('CORRECTED_BY_YOU');
    }
  });

  it('is closed once', () => {
    given([listed, opened, closed])
      .when((state) => closeReview(finding, state, context))
      .thenRejected('REVIEW_CLOSED');
  });

  it('must be there', () => {
    given([listed])
      .when((state) => closeReview(finding, state, context))
      .thenRejected('REVIEW_NOT_FOUND');
  });
});
