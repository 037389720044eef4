import { requireMayDecideBeside } from '#contexts/claims/facts';
import { type Permit, command } from '#runtime';
import { approveCompensation, denyCompensation } from '../domain/decide-compensation.js';
import { type Lateness, lateness } from '../domain/lateness.js';

/** What a claim's payment owes for its delay is decided where the claim is. */
const mayDecide: Permit<object, Lateness> = ({ order }, read, _input, context) =>
  requireMayDecideBeside(read, order?.source.kind === 'CLAIM' ? order.source.id : undefined, context);

export const ApproveCompensation = command('ApproveCompensation', lateness, 'payoutId', approveCompensation, {
  permit: mayDecide,
});

export const DenyCompensation = command('DenyCompensation', lateness, 'payoutId', denyCompensation, {
  permit: mayDecide,
});
