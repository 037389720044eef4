import { command } from '#runtime';
import { claimsAndTheirPapers, proposeDenial } from '../domain/propose-denial.js';
import { mayAct } from './may-act.js';

export const ProposeDenial = command('ProposeDenial', claimsAndTheirPapers, 'claimId', proposeDenial, {
  permit: mayAct,
});
