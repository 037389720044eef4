import { command } from '#runtime';
import { claimsAfterDecision } from '../domain/claim-after-decision.js';
import { endDispute } from '../domain/end-dispute.js';
import { reportDispute } from '../domain/report-dispute.js';
import { mayAct } from './may-act.js';

export const ReportDispute = command('ReportDispute', claimsAfterDecision, 'claimId', reportDispute, {
  permit: mayAct,
});

export const EndDispute = command('EndDispute', claimsAfterDecision, 'claimId', endDispute, {
  permit: mayAct,
});
