import { type Rupiah, ZERO_RUPIAH, noMore, rupiah } from '#kernel';
import { MOVES_ON } from './interim.js';
import { stopsPayment } from './terms.js';
import { OF_NOBODY, type OfClaim, handedIn, stepsByHands } from './steps-by-hands.js';

interface InterimSteps extends OfClaim {
  /** Who has calculated it, also where somebody has calculated it again since. */
  readonly assessorIds?: readonly string[];
  /** What was paid of the claim so far. */
  readonly paidIdr?: Rupiah;
  /** It waits for somebody before whose answer nothing is paid. */
  readonly isStopped?: true;
}

const settled = ({ assessorIds: _anew, isStopped: _goesOn, ...state }: InterimSteps): InterimSteps =>
  noMore(state);

const onceItMovesOn = Object.fromEntries(MOVES_ON.map((type) => [type, settled])) as Record<
  (typeof MOVES_ON)[number],
  typeof settled
>;

/** What was calculated before the end of the treatment waits for a second person, until the claim moves on. */
export const interimSteps = stepsByHands<InterimSteps>(
  'interim',
  OF_NOBODY,
  {
    APPROVE_INTERIM: ({ assessorIds = [], hands }) => [
      ...new Set([...assessorIds, ...hands.handedInBy, ...hands.decidedBefore, ...hands.doubtsSettledBy]),
    ],
  },
  {
    ClaimSubmitted: handedIn,
    InterimCalculated(state, { assessorId, totalIdr, payBy, effectiveOn }) {
      // Earlier releases calculated it all the same; it is calculated anew once the wait has ended.
      if (state.isStopped) return state;
      return {
        ...state,
        assessorIds: [...(state.assessorIds ?? []), assessorId],
        amountIdr: totalIdr,
        lateIdr: totalIdr,
        expected: {
          step: 'APPROVE_INTERIM',
          turn: 'SUPERVISOR',
          decidesClaim: true,
          since: effectiveOn,
          dueDays: [payBy],
          weighed: [{ matter: 'CASH', amountIdr: rupiah(totalIdr + (state.paidIdr ?? 0)) }],
        },
      };
    },
    InterimApproved: ({ paidIdr = ZERO_RUPIAH, ...state }, { totalIdr }) => ({
      ...settled(state),
      paidIdr: rupiah(paidIdr + totalIdr),
    }),
    InterimPaidTooMuch: ({ paidIdr = ZERO_RUPIAH, ...state }, { amountIdr }) => ({
      ...state,
      paidIdr: rupiah(Math.max(0, paidIdr - amountIdr)),
    }),
    InterimDropped: noMore,
    ...onceItMovesOn,
    WaitBegun: (state, { reason }) => ({
      ...settled(state),
      ...(stopsPayment(reason) && { isStopped: true as const }),
    }),
  },
);
