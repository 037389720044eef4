import { refuseMerged } from '#contexts/participants/facts';
import { command } from '#runtime';
import { claims } from '../domain/claim.js';
import { submitClaim } from '../domain/submit-claim.js';
import { basisOf } from '../programmes/index.js';
import { subjectInSight } from './in-sight.js';
import { requirePapers } from './named-papers.js';

export const SubmitClaim = command('SubmitClaim', claims, 'claimId', submitClaim, {
  permit: subjectInSight,
  facts: async (_claim, read, submitted, { today }) => {
    await refuseMerged(read, submitted.participantId);
    const { participantId, documents } = submitted;
    await requirePapers(read, { participantId }, documents, today);
    return basisOf(read, submitted);
  },
});
