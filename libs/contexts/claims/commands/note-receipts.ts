import { command } from '#runtime';
import { claims } from '../domain/claim.js';
import { isWaiting, noteReceipts } from '../domain/resume-claim.js';
import { basisOfClaim } from '../programmes/index.js';

/** Only the process receipts sends it. */
export const NoteReceipts = command('NoteReceipts', claims, 'claimId', noteReceipts, {
  facts: async (claim, read) => (isWaiting(claim) ? basisOfClaim(claim, read) : undefined),
});
