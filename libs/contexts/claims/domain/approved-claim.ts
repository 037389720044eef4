import type { ClaimAfterApproval } from './claim-after-approval.js';
import { claimIn, ofSomebody } from './claim.js';

/** An approved claim whose person is known. @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, `PERSONAL_DATA_ERASED` */
export function approvedIn(state: ClaimAfterApproval) {
  const claim = ofSomebody(claimIn(state.claim, ['APPROVED']));
  if (!state.approved) throw new Error('A claim was approved without anything');
  return { ...state, claim, approved: state.approved };
}
