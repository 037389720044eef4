import { command } from '#runtime';
import { claims } from '../domain/claim.js';
import { consentToSetOff } from '../domain/consent-to-set-off.js';
import { basisOfClaim } from '../programmes/index.js';
import { actsInSight } from './may-act.js';

export const ConsentToSetOff = command('ConsentToSetOff', claims, 'claimId', consentToSetOff, {
  facts: basisOfClaim,
  permit: actsInSight,
});
