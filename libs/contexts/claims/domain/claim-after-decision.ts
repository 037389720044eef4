import { type LocalDate, view } from '#kernel';
import { type ClaimAfterApproval, claimsAfterApproval } from './claim-after-approval.js';
import type { ClaimEvent } from './claim.events.js';
import { claims } from './claim.js';
import { overWith } from './heirs-over.js';
import { type Inherited, NOBODY_DIED, inheritedAfter } from './inherited.js';
import {
  type Decisions,
  type LastDecision,
  UNDECIDED,
  decisionsAfter,
  refusedToAnswer,
} from './last-decision.js';

/** Somebody does not accept a decision. */
interface OpenObjection {
  /** What it is against: a difference may be approved for another reason before anybody answers. */
  readonly against?: LastDecision;
  /** Another decision is the last one by now: to that nobody has objected yet. */
  readonly isOfEarlier?: true;
  /** Subjects of those who do not answer it. */
  readonly notBy: readonly string[];
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
  readonly inherited: Inherited;
}

/** The same streams as `claims`, for whoever objects to a decision, and whoever answers. */
export const claimsAfterDecision = view<ClaimAfterDecision, ClaimEvent>(claims, {
  initial: { after: claimsAfterApproval.initial, inherited: NOBODY_DIED, ...UNDECIDED },
  evolve: (state, event) => ({
    ...withDispute(said({ ...state, ...decisionsAfter(state, event) }, event), event),
    after: claimsAfterApproval.evolve(state.after, event),
    inherited: inheritedAfter(state.inherited, event),
  }),
});

/** What is said against a decision. */
function said(state: ClaimAfterDecision, { type, data }: ClaimEvent): ClaimAfterDecision {
  if (type === 'ClaimApproved' || type === 'DifferenceApproved' || type === 'ClaimDenied') {
    const { isAnswered: _anew, ...known } = state;
    const { objection } = known;
    return objection ? { ...known, objection: { ...objection, isOfEarlier: true } } : known;
  }
  if (type === 'ObjectionRaised') {
    const { decision: against } = state;
    return { ...state, objection: { against, notBy: refusedToAnswer(data.recorderId, against) } };
  }
  if (type === 'ObjectionAnswered') {
    const known = withoutObjection(state);
    return state.objection?.isOfEarlier ? known : { ...known, isAnswered: true };
  }
  // What it was against is decided anew.
  if (type === 'ClaimReopened' || type === 'ClaimResumed') return withoutObjection(state);
  return state;
}

/** What heirs say against each other. */
function withDispute(state: ClaimAfterDecision, event: ClaimEvent): ClaimAfterDecision {
  if (event.type === 'DisputeReported') return { ...state, dispute: { until: event.data.until } };
  if (!overWith(event).dispute) return state;
  const { dispute: _over, ...known } = state;
  return known;
}

function withoutObjection({ objection: _over, ...state }: ClaimAfterDecision): ClaimAfterDecision {
  return state;
}
