import {
  type EventOf,
  type Expecting,
  type LocalDate,
  eventIdOf,
  passingOverOthers,
  steps,
  view,
} from '#kernel';
import type { ClaimEvent } from './claim.events.js';
import { claims } from './claim.js';
import type { Standstill } from './days-in-dispute.js';
import type { WaitReason } from './left-to-people.events.js';
import { WAIT_TERMS } from './terms.js';

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
  /** What was approved, and how many of the times were over by then; absent where nothing was. */
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

/** Whether nothing of a claim is paid while it waits for this. */
export const stopsPayment = (reason: WaitReason): boolean => WAIT_TERMS[reason].stopsPayment === true;

/** By these a claim that waits does so no more. */
export const WAITS_NO_MORE = [
  'WaitEnded',
  'ClaimDenied',
  'ClaimWithdrawn',
  'ClaimCancelled',
] as const satisfies readonly ClaimEvent['type'][];

type Over = { readonly effectiveOn: LocalDate };

/** The same for each of the events by which it ends. */
const onceItIsOver = <State>(ended: (state: State, data: Over) => State) =>
  Object.fromEntries(WAITS_NO_MORE.map((type) => [type, ended])) as Record<
    (typeof WAITS_NO_MORE)[number],
    typeof ended
  >;

type Approving = EventOf<ClaimEvent, 'ClaimApproved' | 'DifferenceApproved' | 'InterimApproved'>;

const isApproving = (event: ClaimEvent): event is Approving =>
  event.type === 'ClaimApproved' || event.type === 'DifferenceApproved' || event.type === 'InterimApproved';

function approved(state: StopsOfPayment, event: Approving): StopsOfPayment {
  const { open, times, approvals = [] } = state;
  const timesBefore = times.length - (open ? 1 : 0);
  const { payBy } = event.data;
  return { ...state, approvals: [...approvals, { eventId: eventIdOf(event), payBy, timesBefore }] };
}

const ofWaits = passingOverOthers<StopsOfPayment, ClaimEvent>({
  WaitBegun: (state, { reason, until, effectiveOn }) =>
    stopsPayment(reason)
      ? { ...state, open: { reason, until }, times: [...state.times, { from: effectiveOn }] }
      : state,
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
  const begun = (state: State, { reason }: { readonly reason: WaitReason }): State =>
    stopsPayment(reason) ? { ...state, holds: true } : state;
  const ended = onceItIsOver<State>(({ holds: _noMore, ...state }) => state as State);
  return { WaitBegun: begun, ...ended };
}

/** Nothing is expected here: that somebody answers is the next step of the claim. Its payments wait for it. */
export const stopSteps = steps<Expecting, ClaimEvent>(claims, 'stop', {}, holding());
