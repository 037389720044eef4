import { command } from '#runtime';
import { addDocuments } from '../domain/add-documents.js';
import { claims } from '../domain/claim.js';
import { basisOfClaim } from '../programmes/index.js';
import { claimInSight } from './in-sight.js';

export const AddDocuments = command('AddDocuments', claims, 'claimId', addDocuments, {
  facts: basisOfClaim,
  permit: claimInSight,
});
