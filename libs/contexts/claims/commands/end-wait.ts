import { command } from '#runtime';
import { claims } from '../domain/claim.js';
import { endWait } from '../domain/end-wait.js';
import { basisOfClaim } from '../programmes/index.js';
import { mayAct } from './may-act.js';

export const EndWait = command('EndWait', claims, 'claimId', endWait, {
  facts: basisOfClaim,
  permit: mayAct,
});
