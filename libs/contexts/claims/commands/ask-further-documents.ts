import { command } from '#runtime';
import { askFurtherDocuments } from '../domain/ask-further-documents.js';
import { claims } from '../domain/claim.js';
import { basisOfClaim } from '../programmes/index.js';

export const AskFurtherDocuments = command('AskFurtherDocuments', claims, 'claimId', askFurtherDocuments, {
  facts: basisOfClaim,
});
