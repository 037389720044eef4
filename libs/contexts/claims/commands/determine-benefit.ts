import { command } from '#runtime';
import { claims } from '../domain/claim.js';
import { determineBenefit } from '../domain/determine-benefit.js';
import { basisOfClaim } from '../programmes/index.js';
import { mayAct } from './may-act.js';

export const DetermineBenefit = command('DetermineBenefit', claims, 'claimId', determineBenefit, {
  facts: basisOfClaim,
  permit: mayAct,
});
