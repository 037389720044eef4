import { command } from '#runtime';
import { claimsAfterApproval } from '../domain/claim-after-approval.js';
import { establish } from '../domain/establish-heirs.js';
import { withHeirs } from './heirs-on-record.js';
import { mayAct } from './may-act.js';

export const EstablishHeirs = command('EstablishHeirs', claimsAfterApproval, 'claimId', establish, {
  facts: ({ claim }, read) => withHeirs(claim, read),
  permit: ({ claim }, ...asked) => mayAct(claim, ...asked),
});
