import { command } from '#runtime';
import { refuseDocument } from '../domain/refuse-document.js';
import { claims } from '../domain/claim.js';
import { basisOfClaim } from '../programmes/index.js';
import { mayAct } from './may-act.js';

export const RefuseDocument = command('RefuseDocument', claims, 'claimId', refuseDocument, {
  facts: basisOfClaim,
  permit: mayAct,
});
