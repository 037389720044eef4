import { command } from '#runtime';
import { addDocuments } from '../domain/add-documents.js';
import { claims } from '../domain/claim.js';
import { basisOfClaim } from '../programmes/index.js';
import { requirePapers } from './named-papers.js';
import { actsInSight } from './may-act.js';

export const AddDocuments = command('AddDocuments', claims, 'claimId', addDocuments, {
  facts: async (claim, read, { documents }, { today }) => {
    if (claim.situation !== 'UNKNOWN') await requirePapers(read, claim, documents, today);
    return basisOfClaim(claim, read);
  },
  permit: actsInSight,
});
