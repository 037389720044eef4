import { command } from '#runtime';
import { claims } from '../domain/claim.js';
import { submitClaim } from '../domain/submit-claim.js';
import { basisOf } from '../programmes/index.js';
import { subjectInSight } from './in-sight.js';

export const SubmitClaim = command('SubmitClaim', claims, 'claimId', submitClaim, {
  permit: subjectInSight,
  facts: (_claim, read, submitted) => basisOf(read, submitted),
});
