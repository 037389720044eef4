import { command } from '#runtime';
import { waiveDocument } from '../domain/waive-document.js';
import { claims } from '../domain/claim.js';
import { basisOfClaim } from '../programmes/index.js';
import { mayAct } from './may-act.js';

export const WaiveDocument = command('WaiveDocument', claims, 'claimId', waiveDocument, {
  facts: basisOfClaim,
  permit: mayAct,
});
