import { describe, it } from '@jest/globals';
import { derivedId, rupiah } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { closeReview } from './close-review.js';
import { listBenefit } from './list-benefit.js';
import { openReviews } from './open-reviews.js';
import { CAUSE, CLAIM, REVIEW, SITI, closed, listed, opened } from './review.examples.js';
import { reviewedBenefits } from './review.js';

const given = decisionSpec(reviewedBenefits);
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

  const tooMuch = { kind: 'PAID_TOO_MUCH', amountIdr: rupiah(2_000_000) } as const;
  const paidFirst = {
    kind: 'EMPLOYER_PAID_FIRST',
    employerId: 'factory',
    amountIdr: rupiah(750_000),
  } as const;

  it('says how much is owed since, and of which benefit', () => {
    given([listed, opened])
      .when((state) =>
        closeReview({ ...finding, outcome: 'TOO_MUCH_WAS_PAID', found: [tooMuch] }, state, context),
      )
      .thenRecorded([
        {
          ...closed,
          data: {
            ...closed.data,
            outcome: 'TOO_MUCH_WAS_PAID',
            found: [tooMuch],
            benefit: listed.data.benefit,
            closerId: context.actor.id,
          },
        },
      ]);
  });

  it.each([
    ['FOUND_NOTHING', 'TOO_MUCH_WAS_PAID', []],
    ['FOUND_DOES_NOT_FIT', 'NOTHING_CHANGES', [tooMuch]],
    ['FOUND_DOES_NOT_FIT', 'MORE_IS_DUE', [tooMuch]],
    ['FOUND_EMPLOYER', 'TOO_MUCH_WAS_PAID', [{ ...tooMuch, employerId: 'factory' }]],
    ['FOUND_EMPLOYER', 'DECIDED_ANEW', [{ kind: 'EMPLOYER_OWES_BACK', amountIdr: rupiah(1) }]],
    ['FOUND_TWICE', 'MORE_IS_DUE', [paidFirst, paidFirst]],
  ] as const)('is refused where what is owed does not follow from it: %s', (code, outcome, found) => {
    given([listed, opened])
      .when((state) => closeReview({ ...finding, outcome, found }, state, context))
      .thenRejected(code);
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
