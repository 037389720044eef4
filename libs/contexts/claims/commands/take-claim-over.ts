import { command } from '#runtime';
import { takeOver } from '../domain/take-claim-over.js';
import { claimsAfterApproval } from '../domain/claim-after-approval.js';
import { withHeirs } from './heirs-on-record.js';
import { actsOnOwn } from './may-act.js';
import { requirePapers } from './named-papers.js';

export const TakeClaimOver = command('TakeClaimOver', claimsAfterApproval, 'claimId', takeOver, {
  facts: async ({ claim }, read, { documents }, { today }) => {
    if (claim.situation !== 'UNKNOWN') await requirePapers(read, claim, documents, today);
    return withHeirs(claim, read);
  },
  permit: ({ claim }, ...asked) => actsOnOwn(claim, ...asked),
});
