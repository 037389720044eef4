import { command } from '#runtime';
import { calculateBenefit } from '../domain/calculate-benefit.js';
import { claims } from '../domain/claim.js';
import { holds } from '../domain/held-for.js';
import { basisOfClaim } from '../programmes/index.js';
import { mayAct } from './may-act.js';

export const CalculateBenefit = command('CalculateBenefit', claims, 'claimId', calculateBenefit, {
  facts: async (claim, read, { claimId }) => {
    const basis = await basisOfClaim(claim, read);
    return { ...basis, ...(claim.situation === 'HELD' && (await read.state(holds, claimId))) };
  },
  permit: mayAct,
  formerContent: ({ claimId }) => ({ claimId }),
});
