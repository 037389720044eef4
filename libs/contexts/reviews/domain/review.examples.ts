import { localDate } from '#kernel';
import type { LateFactReviewClosed, LateFactReviewOpened, BenefitListed } from './review.events.js';

export const SITI = '5d0a4c1e-7f35-8a10-9c44-0d8f3f0c1a01';
export const CLAIM = '66666666-6666-4666-8666-666666666666';
export const REVIEW = '77777777-7777-5777-8777-777777777777';
/** The event that corrected the birth date. */
export const CAUSE = '88888888-8888-5888-8888-888888888888';

const effectiveOn = localDate('2026-11-20');

export const listed: BenefitListed = {
  type: 'BenefitListed',
  data: { participantId: SITI, benefit: { kind: 'CLAIM', id: CLAIM }, effectiveOn },
};

export const opened: LateFactReviewOpened = {
  type: 'LateFactReviewOpened',
  data: {
    participantId: SITI,
    reviewId: REVIEW,
    benefit: listed.data.benefit,
    facts: ['BIRTH_DATE'],
    causeId: CAUSE,
    correctedBy: ['registrar-1', 'supervisor-1'],
    effectiveOn,
  },
};

export const closed: LateFactReviewClosed = {
  type: 'LateFactReviewClosed',
  data: {
    participantId: SITI,
    reviewId: REVIEW,
    closerId: 'user-1',
    outcome: 'NOTHING_CHANGES',
    effectiveOn,
  },
};
