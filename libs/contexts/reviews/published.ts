import {
  type ContextContracts,
  contextContracts,
  contract,
  day,
  id,
  listOf,
  oneOf,
  rupiahs,
  optional,
  yesNo,
} from '#publishing/contracts';
import {
  RECEIVABLE_KINDS,
  type ReceivableRecorded,
  type ReceivableSettled,
  type ReceivableWaived,
  WAIVER_REASONS,
} from './domain/receivable.events.js';
import {
  BENEFIT_KINDS,
  LATE_FACTS,
  type LateFactReviewClosed,
  type LateFactReviewOpened,
  REVIEW_OUTCOMES,
} from './domain/review.events.js';

const receivable = { receivableId: id('What is owed'), participantId: id('The worker') };
const review = { reviewId: id('The review'), participantId: id('The worker') };

/** What the world outside may know of reviews: which kind of fact came late, and what followed. Its value stays inside. */
export const reviewsContracts: ContextContracts = contextContracts(
  'reviews',
  ['review', 'receivable'],
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
    contract({
      type: 'lindung.reviews.receivable-recorded.v1',
      from: 'ReceivableRecorded',
      about:
        'Money is owed since a benefit was looked at again: by whoever was paid, by an employer, or to one.',
      fields: {
        ...receivable,
        reviewId: id('The review in which it was found, or the decision on the difference of a claim'),
        benefitKind: oneOf('Of what', BENEFIT_KINDS),
        benefitId: id('The claim or the scholarship'),
        kind: oneOf('Who owes it to whom', RECEIVABLE_KINDS),
        employerId: optional(id('The employer that owes it, or to which it is owed')),
        amountIdr: rupiahs('How much'),
        recordedOn: day('Day'),
      },
      data: ({ data }: ReceivableRecorded) => ({
        ...data,
        benefitKind: data.benefit.kind,
        benefitId: data.benefit.id,
        recordedOn: data.effectiveOn,
      }),
    }),
    contract({
      type: 'lindung.reviews.receivable-settled.v1',
      from: 'ReceivableSettled',
      about: 'Money that was owed was paid, whole.',
      fields: {
        ...receivable,
        settledOn: day('Day of the payment'),
        isReturned: optional(
          yesNo(
            'The bank returned the payment of which it was owed: nobody owes it, and no other money came in',
          ),
        ),
      },
      data: ({ data }: ReceivableSettled) => ({ ...data, settledOn: data.effectiveOn }),
    }),
    contract({
      type: 'lindung.reviews.receivable-waived.v1',
      from: 'ReceivableWaived',
      about: 'Money that was owed is not asked for any more.',
      fields: { ...receivable, reason: oneOf('Why', WAIVER_REASONS), waivedOn: day('Day') },
      data: ({ data }: ReceivableWaived) => ({ ...data, waivedOn: data.effectiveOn }),
    }),
  ],
  {
    WaiverEndorsed: 'nothing is given up by it; the waiver is told',
    WaiverRefused: 'it is owed as before; nothing was told of the first person',
    BenefitListed: 'lists for ourselves what was told as a claim or a scholarship',
    BenefitRestsOnEmployer: 'lists for ourselves which claims rest on an employer',
    EmployerFactCameLate: 'is told as the review that it opens',
  },
);
