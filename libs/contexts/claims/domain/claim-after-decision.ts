import { type LocalDate, view } from '#kernel';
import { type ClaimAfterApproval, claimsAfterApproval } from './claim-after-approval.js';
import type { ClaimEvent } from './claim.events.js';
import { claims } from './claim.js';
import { type Decisions, UNDECIDED, decisionsAfter } from './last-decision.js';

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
export interface ClaimAfterDecision extends Decisions {
  readonly after: ClaimAfterApproval;
  /** What was said against the last decision was answered. */
  readonly isAnswered?: true;
  readonly objection?: OpenObjection;
  readonly dispute?: OpenDispute;
}

/** The same streams as `claims`, for whoever objects to a decision, and whoever answers. */
export const claimsAfterDecision = view<ClaimAfterDecision, ClaimEvent>(claims, {
  initial: { after: claimsAfterApproval.initial, ...UNDECIDED },
  evolve: (state, event) => ({
    ...said({ ...state, ...decisionsAfter(state, event) }, event),
    after: claimsAfterApproval.evolve(state.after, event),
  }),
});

/** What is said against a decision, and what heirs say against each other. */
function said(state: ClaimAfterDecision, { type, data }: ClaimEvent): ClaimAfterDecision {
  if (type === 'ClaimApproved' || type === 'DifferenceApproved' || type === 'ClaimDenied') {
    const { isAnswered: _anew, ...known } = state;
    return known;
  }
  if (type === 'ObjectionRaised') return { ...state, objection: { recorderId: data.recorderId } };
  if (type === 'ObjectionAnswered') return { ...withoutObjection(state), isAnswered: true };
  // What it was against is decided anew.
  if (type === 'ClaimReopened' || type === 'ClaimResumed') return withoutObjection(state);
  if (type === 'DisputeReported') return { ...state, dispute: { until: data.until } };
  if (type !== 'DisputeEnded') return state;
  const { dispute: _over, ...known } = state;
  return known;
}

function withoutObjection({ objection: _over, ...state }: ClaimAfterDecision): ClaimAfterDecision {
  return state;
}
