import { view } from '#kernel';
import { givenAfter } from './claim-after-approval.js';
import type { ClaimEvent } from './claim.events.js';
import { claims } from './claim.js';
import type { Claimant } from './handed-in.events.js';
import { idsOf } from './more-than-approved.js';

/** What a claim says of scholarships by what was approved last. */
export interface ScholarshipsByClaim {
  readonly approverId?: string;
  /** Ids of those who have one by it. */
  readonly givenTo: readonly string[];
  /** Ids of those who had one by it, and have none any more. */
  readonly noLongerEntitledIds: readonly string[];
  /** Who claims. */
  readonly claimant?: Claimant;
  /** For whom it was approved what gave one to each of those. */
  readonly restsOn: Readonly<Record<string, Claimant>>;
  /** Something was approved of it for heirs. */
  readonly wasForHeirs?: true;
}

/** The same streams as `claims`, for whoever asks which children have a scholarship by one, and whom what gave it was approved for. */
export const scholarshipsByClaim = view<ScholarshipsByClaim, ClaimEvent>(claims, {
  initial: { givenTo: [], noLongerEntitledIds: [], restsOn: {} },
  evolve(state, { type, data }) {
    if (type === 'ClaimSubmitted' || type === 'ClaimTakenOver') return { ...state, claimant: data.claimant };
    if (type === 'ClaimApproved') {
      const given = { givenTo: idsOf(data.entitledChildren), noLongerEntitledIds: [] };
      return approvedBy(state, data.approverId, given);
    }
    return type === 'DifferenceApproved'
      ? approvedBy(state, data.approverId, givenAfter(state, data))
      : state;
  },
});

/**
 * Each approval computes anew who is entitled. What was given for the participant rests on that also where heirs claim afterwards: a
 * disability and the death after it are one loss.
 */
function approvedBy(
  state: ScholarshipsByClaim,
  approverId: string,
  given: Pick<ScholarshipsByClaim, 'givenTo' | 'noLongerEntitledIds'>,
): ScholarshipsByClaim {
  const { claimant = 'PARTICIPANT', restsOn } = state;
  const restsAlready = (id: string) => state.givenTo.includes(id) && restsOn[id] === 'PARTICIPANT';
  const now = given.givenTo.map((id) => [id, restsAlready(id) ? 'PARTICIPANT' : claimant] as const);
  return {
    ...state,
    approverId,
    ...given,
    restsOn: { ...restsOn, ...Object.fromEntries(now) },
    ...(claimant === 'HEIR' && { wasForHeirs: true }),
  };
}

/** For whom it was approved what gives a child a scholarship; one that was named later got it for a death. */
export const givenFor = ({ restsOn, wasForHeirs }: ScholarshipsByClaim, childId: string): Claimant =>
  restsOn[childId] ?? (wasForHeirs ? 'HEIR' : 'PARTICIPANT');
