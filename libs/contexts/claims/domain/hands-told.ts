import { type HandsTold, handTold } from '#kernel';
import type { ClaimEvent } from './claim.events.js';

/** Who has an interest in a claim, decided on it, gave an account of it or said who inherits: what keeps them from steps of other things. */
export const handsToldOfClaims: HandsTold<ClaimEvent> = {
  InterestDeclared: ({ claimId, declarerId }) => handTold('INTEREST', claimId, declarerId),
  ClaimSubmitted: ({ claimId, submitterId }) => handTold('GAVE_ACCOUNT', claimId, submitterId),
  ClaimTakenOver: ({ claimId, takerId }) => handTold('GAVE_ACCOUNT', claimId, takerId),
  HeirsEstablished: ({ claimId, establisherId }) => [
    ...handTold('GAVE_ACCOUNT', claimId, establisherId),
    ...handTold('NAMED_HEIRS', claimId, establisherId),
  ],
  ApprovalEndorsed: ({ claimId, endorserId }) => handTold('DECIDED', claimId, endorserId),
  ClaimApproved: ({ claimId, approverId }) => handTold('DECIDED', claimId, approverId),
  InterimApproved: ({ claimId, approverId }) => handTold('DECIDED', claimId, approverId),
  DifferenceApproved: ({ claimId, approverId }) => handTold('DECIDED', claimId, approverId),
  ClaimDenied: ({ claimId, deciderId }) => handTold('DECIDED', claimId, deciderId),
};
