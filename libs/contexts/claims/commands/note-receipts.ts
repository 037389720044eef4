import { command } from '#runtime';
import { claimsAfterApproval } from '../domain/claim-after-approval.js';
import { isConcerned, noteReceipts } from '../domain/note-receipts.js';
import { basisOfClaim } from '../programmes/index.js';

/** Only the process receipts sends it. */
export const NoteReceipts = command('NoteReceipts', claimsAfterApproval, 'claimId', noteReceipts, {
  facts: async (state, read) => (isConcerned(state) ? basisOfClaim(state.claim, read) : undefined),
});
