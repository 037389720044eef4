import {
  type ContextContracts,
  contextContracts,
  contract,
  day,
  id,
  listOf,
  oneOf,
} from '#publishing/contracts';
import {
  BENEFIT_KINDS,
  LATE_FACTS,
  type LateFactReviewClosed,
  type LateFactReviewOpened,
  REVIEW_OUTCOMES,
} from './domain/review.events.js';

const review = { reviewId: id('The review'), participantId: id('The worker') };

/** What the world outside may know of reviews: which kind of fact came late, and what followed. Its value stays inside. */
export const reviewsContracts: ContextContracts = contextContracts(
  'reviews',
  ['review'],
  [
    contract({
      type: 'lindung.reviews.review-opened.v1',
      from: 'LateFactReviewOpened',
      about:
        'A fact on which a benefit may rest was corrected after it was calculated: a person has to look.',
      fields: {
        ...review,
        benefitKind: oneOf('What may rest on it', BENEFIT_KINDS),
        benefitId: id('The claim or the scholarship'),
        facts: listOf('What was corrected', { fact: oneOf('Its kind', LATE_FACTS) }),
        openedOn: day('Day'),
      },
      data: ({ data }: LateFactReviewOpened) => ({
        ...data,
        benefitKind: data.benefit.kind,
        benefitId: data.benefit.id,
        facts: data.facts.map((fact) => ({ fact })),
        openedOn: data.effectiveOn,
      }),
    }),
    contract({
      type: 'lindung.reviews.review-closed.v1',
      from: 'LateFactReviewClosed',
      about: 'Somebody looked, and said what follows. A benefit changes only by a decision of its own.',
      fields: { ...review, outcome: oneOf('What follows', REVIEW_OUTCOMES), closedOn: day('Day') },
      data: ({ data }: LateFactReviewClosed) => ({ ...data, closedOn: data.effectiveOn }),
    }),
  ],
  {
    BenefitListed: 'lists for ourselves what was told as a claim or a scholarship',
    BenefitRestsOnEmployer: 'lists for ourselves which claims rest on an employer',
    EmployerFactCameLate: 'is told as the review that it opens',
  },
);
