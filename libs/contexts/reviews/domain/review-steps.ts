import { type Expecting, ZERO_RUPIAH, addDays, noMore, steps, stepsOfEach } from '#kernel';
import { addWorkingDays } from '#law';
import type { ReceivableEvent } from './receivable.events.js';
import { receivables } from './receivable.js';
import type { Benefit, ReviewEvent } from './review.events.js';
import { reviews } from './review.js';

/** Days in which somebody looks at what a corrected fact may change: as long as a suspected accident may wait (D). */
const REVIEWED_WITHIN_DAYS = 30;

/** Whoever owes something is heard for so many days before it is asked back (part 2, 4.7). */
const HEARD_FOR_DAYS = 14;

/** Working days in which an employer is paid what it paid in place of BPJS (part 2, 5.4). */
const REPAID_WITHIN_WORKING_DAYS = 7;

/** What it rests on: the claim, or the scholarship that tells the claim. */
const restsOn = ({ kind, id }: Benefit): Pick<Expecting, 'claimId' | 'scholarshipId'> =>
  kind === 'CLAIM' ? { claimId: id } : { scholarshipId: id };

/** Each review of a participant is closed by somebody who corrected nothing. */
export const reviewSteps = stepsOfEach<Expecting, ReviewEvent>(
  reviews,
  { slot: 'review', idIn: (data) => ('reviewId' in data ? data.reviewId : '') },
  {},
  {
    LateFactReviewOpened: (_none, { participantId, benefit, correctedBy, effectiveOn }) => ({
      participantId,
      ...restsOn(benefit),
      expected: {
        step: 'CLOSE_REVIEW',
        turn: 'DECIDER',
        since: effectiveOn,
        dueDays: [addDays(effectiveOn, REVIEWED_WITHIN_DAYS)],
        notBy: correctedBy,
        atOfficeOfClaim: true,
      },
    }),
    LateFactReviewClosed: noMore,
  },
);

/** Money that is owed comes, goes, or is given up: it stays on the clock while one of two has given it up. */
export const receivableSteps = steps<Expecting, ReceivableEvent>(
  receivables,
  'receivable',
  {},
  {
    ReceivableRecorded: (_none, { participantId, benefit, kind, amountIdr, effectiveOn }) => ({
      participantId,
      ...restsOn(benefit),
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
    ReceivableSettled: noMore,
    ReceivableWaived: noMore,
  },
);

/** What one person gave up that takes two is decided by a second one within as many days as whoever owes it was heard. */
export const waiverSteps = steps<WaiverSteps, ReceivableEvent>(
  receivables,
  'waiver',
  {},
  {
    ReceivableRecorded: (_none, { participantId, benefit, amountIdr, finderId }) => ({
      participantId,
      ...restsOn(benefit),
      amountIdr,
      finderId,
    }),
    WaiverEndorsed: (state, { endorserId, effectiveOn }) => ({
      ...state,
      expected: {
        step: 'DECIDE_WAIVER',
        turn: 'SUPERVISOR',
        since: effectiveOn,
        dueDays: [addDays(effectiveOn, HEARD_FOR_DAYS)],
        notBy: [endorserId, ...(state.finderId === undefined ? [] : [state.finderId])],
        weighed: [{ matter: 'WAIVER', amountIdr: state.amountIdr ?? ZERO_RUPIAH }],
        atOfficeOfClaim: true,
      },
    }),
    WaiverRefused: ({ expected: _refused, ...state }) => state,
    ReceivableSettled: noMore,
    ReceivableWaived: noMore,
  },
);

interface WaiverSteps extends Expecting {
  /** Who found that it is owed: they do not give it up. */
  readonly finderId?: string;
}
