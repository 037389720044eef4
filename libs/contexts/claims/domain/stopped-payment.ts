import {
  type EventOf,
  type Expecting,
  type LocalDate,
  eventIdOf,
  noMore,
  passingOverOthers,
  steps,
  view,
} from '#kernel';
import type { ClaimEvent } from './claim.events.js';
import { claims } from './claim.js';
import type { Standstill } from './days-in-dispute.js';
import type { WaitBegun, WaitEnded, WaitReason } from './left-to-people.events.js';
import { TURN_OF_WAIT, stopsPayment } from './terms.js';

/** A claim waits for somebody before whose answer nothing of it is paid (reference 4.3). */
export interface PaymentStop {
  readonly reason: WaitReason;
  /** Until when an answer is awaited. */
  readonly until: LocalDate;
}

/** Whether a claim waits so, and when it did: what was approved before the end of a treatment is paid afterwards. */
export interface StopsOfPayment {
  readonly open?: PaymentStop;
  /** The times, the open one last. */
  readonly times: readonly Standstill[];
  /** What was approved, and how many of the times had moved its last day by then; absent where nothing was. */
  readonly approvals?: readonly Approval[];
}

interface Approval {
  /** Id of its event. */
  readonly eventId?: string;
  readonly payBy: LocalDate;
  readonly timesBefore: number;
}

/** A payment: which approval it comes from, and by when it is in time by that. */
export type ApprovedBy = Pick<Approval, 'eventId'> & Partial<Pick<Approval, 'payBy'>>;

export { stopsPayment } from './terms.js';

/** By these it is, or goes on to be. */
export const STOPPING = ['PaymentsStopped', 'WaitBegun'] as const satisfies readonly ClaimEvent['type'][];

/** By these a claim whose payments are stopped is so no more; by the end of a wait only where that had stopped them. */
export const STOPPED_NO_MORE = [
  'PaymentsResumed',
  'WaitEnded',
  'ClaimDenied',
  'ClaimWithdrawn',
  'ClaimCancelled',
] as const satisfies readonly ClaimEvent['type'][];

type Over = { readonly effectiveOn: LocalDate };

/** The same for each of the events by which it ends. */
const onceItIsOver = <State>(ended: (state: State, data: Over) => State) => ({
  PaymentsResumed: ended,
  WaitEnded: (state: State, data: WaitEnded['data']) =>
    stopsPayment(data.reason) ? ended(state, data) : state,
  ClaimDenied: ended,
  ClaimWithdrawn: ended,
  ClaimCancelled: ended,
});

type Begun = Pick<WaitBegun['data'], 'reason' | 'until' | 'effectiveOn'>;

/** Where the claim goes on and waits for the answer itself, payments stand still since before. */
const begun = (
  { open, times, ...state }: StopsOfPayment,
  { reason, until, effectiveOn }: Begun,
): StopsOfPayment => ({
  ...state,
  open: { reason, until },
  times: open ? times : [...times, { from: effectiveOn }],
});

/** By these something of a claim is to be paid. */
export const APPROVING = [
  'ClaimApproved',
  'DifferenceApproved',
  'InterimApproved',
] as const satisfies readonly ClaimEvent['type'][];

type Approving = EventOf<ClaimEvent, (typeof APPROVING)[number]>;

const isApproving = (event: ClaimEvent): event is Approving => APPROVING.some((type) => type === event.type);

function approved(state: StopsOfPayment, event: Approving): StopsOfPayment {
  const { open, times, approvals = [] } = state;
  // By when a month or a difference is paid was moved by none of them.
  const timesBefore = event.type === 'ClaimApproved' ? times.length - (open ? 1 : 0) : 0;
  const { payBy } = event.data;
  return { ...state, approvals: [...approvals, { eventId: eventIdOf(event), payBy, timesBefore }] };
}

const ofWaits = passingOverOthers<StopsOfPayment, ClaimEvent>({
  PaymentsStopped: begun,
  WaitBegun: (state, data) => (stopsPayment(data.reason) ? begun(state, data) : state),
  ...onceItIsOver<StopsOfPayment>(({ open: _noMore, times, ...state }, { effectiveOn }) => ({
    ...state,
    times: times.map((one) => ({ ...one, to: one.to ?? effectiveOn })),
  })),
});

/** The same streams as `claims`, for whoever pays what was approved of one that is not decided yet. */
export const stopsOfPayment = view<StopsOfPayment, ClaimEvent>(claims, {
  initial: { times: [] },
  evolve: (state, event) => (isApproving(event) ? approved(state, event) : ofWaits(state, event)),
});

/**
 * When a payment was not to be made for these waits. Those that were over when it was approved have moved its last day: they count for it
 * no second time. What is paid in place of another comes from none of these approvals, and is in time until the same day.
 */
export function stopsAfterApproval(
  { times, approvals = [] }: StopsOfPayment,
  { eventId, payBy }: ApprovedBy,
): readonly Standstill[] {
  const approval =
    approvals.find((one) => one.eventId !== undefined && one.eventId === eventId) ??
    approvals.find((one) => one.payBy === payBy);
  return times.slice(approval?.timesBefore ?? 0);
}

/** What waits with the payments of a claim while it waits so. */
export function holding<State extends Expecting>() {
  const held = (state: State): State => ({ ...state, holds: true });
  return {
    PaymentsStopped: held,
    WaitBegun: (state: State, { reason }: { readonly reason: WaitReason }): State =>
      stopsPayment(reason) ? held(state) : state,
    ...onceItIsOver<State>(({ holds: _noMore, ...state }) => state as State),
  };
}

const HOLDING = holding<Expecting>();

/**
 * The answer that is awaited of a claim that stays where it is, as one of which documents are missing, or that is approved. Nothing is
 * expected here where the claim itself waits for it: that is the next step of the claim. Its payments wait in both.
 */
export const stopSteps = steps<Expecting, ClaimEvent>(
  claims,
  'stop',
  {},
  {
    ClaimSubmitted: (_none, { claimId, participantId, office }) => ({ claimId, participantId, office }),
    ...HOLDING,
    PaymentsStopped: (state, { reason, until, askerId, effectiveOn }) => ({
      ...HOLDING.PaymentsStopped(state),
      expected: {
        step: 'ANSWER',
        turn: TURN_OF_WAIT[reason],
        since: effectiveOn,
        notBy: [askerId],
        dueDays: [until],
      },
    }),
    WaitBegun: (state, data) => (stopsPayment(data.reason) ? noMore(HOLDING.WaitBegun(state, data)) : state),
    PaymentsResumed: (state, data) => noMore(HOLDING.PaymentsResumed(state, data)),
    ClaimDenied: (state, data) => noMore(HOLDING.ClaimDenied(state, data)),
    ClaimWithdrawn: (state, data) => noMore(HOLDING.ClaimWithdrawn(state, data)),
    ClaimCancelled: (state, data) => noMore(HOLDING.ClaimCancelled(state, data)),
  },
);
