import { type LocalDate, view } from '#kernel';
import { type ClaimAfterApproval, claimsAfterApproval } from './claim-after-approval.js';
import type { ClaimEvent } from './claim.events.js';
import { claims } from './claim.js';

/** The last decision of a claim. */
interface LastDecision {
  readonly on: LocalDate;
  /** Subjects of those who calculated, proposed, endorsed or decided it: they do not answer what is said against it. */
  readonly by: readonly string[];
  /** What was said against it was answered. */
  readonly isAnswered: boolean;
}

/** Somebody does not accept the last decision. */
interface OpenObjection {
  readonly recorderId: string;
}

/** Somebody says that they inherit, after what others get was approved. */
export interface OpenDispute {
  /** Until when they may agree or bring a judgment. */
  readonly until: LocalDate;
}

/** A claim, what became of it after its approval, and what was said against its decision. */
export interface ClaimAfterDecision {
  readonly after: ClaimAfterApproval;
  readonly decision?: LastDecision;
  /** Who has had a hand in it since the last decision. */
  readonly hands: readonly string[];
  readonly objection?: OpenObjection;
  readonly dispute?: OpenDispute;
}

/** The same streams as `claims`, for whoever objects to a decision, and whoever answers. */
export const claimsAfterDecision = view<ClaimAfterDecision, ClaimEvent>(claims, {
  initial: { after: claimsAfterApproval.initial, hands: [] },
  evolve: (state, event) => ({
    ...decided(state, event),
    after: claimsAfterApproval.evolve(state.after, event),
  }),
});

function decided(state: ClaimAfterDecision, event: ClaimEvent): ClaimAfterDecision {
  const { type, data } = event;
  const workedBy = workerOf(event);
  if (workedBy !== undefined) return { ...state, hands: [...state.hands, workedBy] };
  if (type === 'ClaimApproved' || type === 'DifferenceApproved') {
    return decidedBy(state, data.approverId, data.effectiveOn);
  }
  if (type === 'ClaimDenied') return decidedBy(state, data.deciderId, data.effectiveOn);
  if (type === 'ObjectionRaised') return { ...state, objection: { recorderId: data.recorderId } };
  if (type === 'ObjectionAnswered') {
    const { decision } = state;
    return { ...withoutObjection(state), ...(decision && { decision: { ...decision, isAnswered: true } }) };
  }
  // What it was against is decided anew.
  if (type === 'ClaimReopened' || type === 'ClaimResumed') return withoutObjection(state);
  if (type === 'DisputeReported') return { ...state, dispute: { until: data.until } };
  if (type !== 'DisputeEnded') return state;
  const { dispute: _over, ...known } = state;
  return known;
}

/** Who has had a hand in the next decision. */
function workerOf({ type, data }: ClaimEvent): string | undefined {
  if (type === 'BenefitCalculated' || type === 'BenefitDetermined' || type === 'BenefitReassessed') {
    return data.assessorId;
  }
  if (type === 'DenialProposed') return data.proposerId;
  return type === 'ApprovalEndorsed' ? data.endorserId : undefined;
}

const decidedBy = (state: ClaimAfterDecision, id: string, on: LocalDate): ClaimAfterDecision => ({
  ...state,
  hands: [],
  decision: { on, by: [...new Set([...state.hands, id])], isAnswered: false },
});

function withoutObjection({ objection: _over, ...state }: ClaimAfterDecision): ClaimAfterDecision {
  return state;
}
