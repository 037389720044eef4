import { command } from '#runtime';
import { claims } from '../domain/claim.js';
import { establishHeirs } from '../domain/establish-heirs.js';
import { basisOfClaim } from '../programmes/index.js';
import { mayAct } from './may-act.js';

export const EstablishHeirs = command('EstablishHeirs', claims, 'claimId', establishHeirs, {
  facts: basisOfClaim,
  permit: mayAct,
});
