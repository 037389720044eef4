import { refuseMerged } from '#contexts/participants/facts';
import { command } from '#runtime';
import { claims } from '../domain/claim.js';
import { submitClaim } from '../domain/submit-claim.js';
import { basisOf } from '../programmes/index.js';
import { subjectInSight } from './in-sight.js';

export const SubmitClaim = command('SubmitClaim', claims, 'claimId', submitClaim, {
  permit: subjectInSight,
  facts: async (_claim, read, submitted) => {
    await refuseMerged(read, submitted.participantId);
    return basisOf(read, submitted);
  },
});
