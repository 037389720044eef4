import { view } from '#kernel';
import { givenAfter } from './claim-after-approval.js';
import type { ClaimEvent } from './claim.events.js';
import { claims } from './claim.js';
import { idsOf } from './more-than-approved.js';

/** What a claim says of scholarships by what was approved last. */
export interface ScholarshipsByClaim {
  readonly approverId?: string;
  /** Ids of those who have one by it. */
  readonly givenTo: readonly string[];
  /** Ids of those who had one by it, and have none any more. */
  readonly noLongerEntitledIds: readonly string[];
}

/** The same streams as `claims`, for whoever asks which children have a scholarship by one. */
export const scholarshipsByClaim = view<ScholarshipsByClaim, ClaimEvent>(claims, {
  initial: { givenTo: [], noLongerEntitledIds: [] },
  evolve(state, { type, data }) {
    if (type === 'ClaimApproved')
      return {
        approverId: data.approverId,
        givenTo: idsOf(data.entitledChildren),
        noLongerEntitledIds: [],
      };
    return type === 'DifferenceApproved'
      ? { approverId: data.approverId, ...givenAfter(state, data) }
      : state;
  },
});
