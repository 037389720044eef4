import { command } from '#runtime';
import { claims } from '../domain/claim.js';
import { endTreatment } from '../domain/treatment.js';
import { basisOfClaim } from '../programmes/index.js';

/** Only the process treatment sends it. */
export const EndTreatment = command('EndTreatment', claims, 'claimId', endTreatment, {
  facts: async (claim, read) => (claim.situation === 'WAITING' ? basisOfClaim(claim, read) : undefined),
});
