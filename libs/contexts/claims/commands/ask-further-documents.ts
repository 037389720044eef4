import { command } from '#runtime';
import { askFurtherDocuments } from '../domain/ask-further-documents.js';
import { claims } from '../domain/claim.js';
import { basisOfClaim } from '../programmes/index.js';
import { mayAct } from './may-act.js';

export const AskFurtherDocuments = command('AskFurtherDocuments', claims, 'claimId', askFurtherDocuments, {
  facts: basisOfClaim,
  permit: mayAct,
});
