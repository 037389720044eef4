import { command } from '#runtime';
import { takeClaimOver } from '../domain/take-claim-over.js';
import { claims } from '../domain/claim.js';
import { withHeirs } from './heirs-on-record.js';
import { ownClaim } from './in-sight.js';
import { requirePapers } from './named-papers.js';

export const TakeClaimOver = command('TakeClaimOver', claims, 'claimId', takeClaimOver, {
  facts: async (claim, read, { documents }, { today }) => {
    if (claim.situation !== 'UNKNOWN') await requirePapers(read, claim.participantId, documents, today);
    return withHeirs(claim, read);
  },
  permit: ownClaim,
});
