import { command } from '#runtime';
import { approveCompensation, denyCompensation } from '../domain/decide-compensation.js';
import { lateness } from '../domain/lateness.js';

export const ApproveCompensation = command('ApproveCompensation', lateness, 'payoutId', approveCompensation);

export const DenyCompensation = command('DenyCompensation', lateness, 'payoutId', denyCompensation);
