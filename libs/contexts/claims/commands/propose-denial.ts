import { command } from '#runtime';
import { claimsAndTheirPapers, proposeDenial } from '../domain/propose-denial.js';

export const ProposeDenial = command('ProposeDenial', claimsAndTheirPapers, 'claimId', proposeDenial);
