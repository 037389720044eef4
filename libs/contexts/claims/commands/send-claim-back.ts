import { command } from '#runtime';
import { sendBack } from '../domain/send-back.js';
import { claims } from '../domain/claim.js';
import { delegationFor } from './by-delegation.js';
import { mayDecide } from './may-act.js';

export const SendClaimBack = command('SendClaimBack', claims, 'claimId', sendBack, {
  facts: delegationFor,
  permit: mayDecide,
});
