import { command } from '#runtime';
import { waiveDocument } from '../domain/waive-document.js';
import { claims } from '../domain/claim.js';
import { basisOfClaim } from '../programmes/index.js';

export const WaiveDocument = command('WaiveDocument', claims, 'claimId', waiveDocument, {
  facts: basisOfClaim,
});
