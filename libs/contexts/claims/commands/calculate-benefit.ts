import { command } from '#runtime';
import { calculateBenefit } from '../domain/calculate-benefit.js';
import { claims } from '../domain/claim.js';
import { basisOfClaim } from '../programmes/index.js';
import { mayAct } from './may-act.js';

export const CalculateBenefit = command('CalculateBenefit', claims, 'claimId', calculateBenefit, {
  facts: basisOfClaim,
  permit: mayAct,
  formerContent: ({ claimId }) => ({ claimId }),
});
