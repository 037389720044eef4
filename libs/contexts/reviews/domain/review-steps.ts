import { type Expecting, addDays, noMore, steps, stepsOfEach } from '#kernel';
import { addWorkingDays } from '#law';
import type { ReceivableEvent } from './receivable.events.js';
import { receivables } from './receivable.js';
import type { ReviewEvent } from './review.events.js';
import { reviews } from './review.js';

/** Days in which somebody looks at what a corrected fact may change: as long as a suspected accident may wait (D). */
const REVIEWED_WITHIN_DAYS = 30;

/** Whoever owes something is heard for so many days before it is asked back (part 2, 4.7). */
const HEARD_FOR_DAYS = 14;

/** Working days in which an employer is paid what it paid in place of BPJS (part 2, 5.4). */
const REPAID_WITHIN_WORKING_DAYS = 7;

/** Each review of a participant is closed by somebody who corrected nothing. */
export const reviewSteps = stepsOfEach<Expecting, ReviewEvent>(
  reviews,
  { slot: 'review', idIn: (data) => ('reviewId' in data ? data.reviewId : '') },
  {},
  {
    LateFactReviewOpened: (_none, { participantId, correctedBy, effectiveOn }) => ({
      participantId,
      expected: {
        step: 'CLOSE_REVIEW',
        turn: 'DECIDER',
        since: effectiveOn,
        dueDays: [addDays(effectiveOn, REVIEWED_WITHIN_DAYS)],
        notBy: correctedBy,
      },
    }),
    LateFactReviewClosed: noMore,
  },
);

/** Money that is owed comes, goes, or is given up. */
export const receivableSteps = steps<Expecting, ReceivableEvent>(
  receivables,
  'receivable',
  {},
  {
    ReceivableRecorded: (_none, { participantId, kind, amountIdr, effectiveOn }) => ({
      participantId,
      amountIdr,
      expected:
        kind === 'EMPLOYER_PAID_FIRST'
          ? {
              step: 'REPAY_EMPLOYER',
              turn: 'FINANCE',
              since: effectiveOn,
              dueDays: [addWorkingDays(effectiveOn, REPAID_WITHIN_WORKING_DAYS)],
            }
          : {
              step: 'PAY_BACK',
              turn: 'OUTSIDE',
              since: effectiveOn,
              dueDays: [addDays(effectiveOn, HEARD_FOR_DAYS)],
            },
    }),
    WaiverEndorsed: (state, { endorserId, effectiveOn }) => ({
      ...state,
      expected: {
        step: 'DECIDE_WAIVER',
        turn: 'SUPERVISOR',
        since: effectiveOn,
        dueDays: [],
        notBy: [endorserId],
      },
    }),
    ReceivableSettled: noMore,
    ReceivableWaived: noMore,
  },
);
