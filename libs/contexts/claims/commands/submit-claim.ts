import { refuseMerged } from '#contexts/participants/facts';
import { projectFacts } from '#contexts/projects/facts';
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
    const { participantId, projectId, documents } = submitted;
    // Also where other work is stood for at first: what is recorded may be looked at later.
    if (projectId !== undefined) await projectFacts(read, projectId);
    await requirePapers(read, { participantId }, documents, today);
    return basisOf(read, submitted);
  },
});
