import { command } from '#runtime';
import { claimsAfterApproval } from '../domain/claim-after-approval.js';
import { isClosed, openAgain } from '../domain/open-again.js';
import { basisOfClaim } from '../programmes/index.js';

/** Only processes send it: an authority has determined something, or a mediated agreement says so. */
export const OpenAgain = command('OpenAgain', claimsAfterApproval, 'claimId', openAgain, {
  facts: async (state, read) => (isClosed(state) ? basisOfClaim(state.claim, read) : undefined),
});
