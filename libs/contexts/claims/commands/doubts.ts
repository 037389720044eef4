import { command } from '#runtime';
import { claims } from '../domain/claim.js';
import { endDoubt, raiseDoubt, settleDoubt } from '../domain/doubts.js';
import { mayAct } from './may-act.js';

/** Only the process of detection sends them. */
export const RaiseDoubt = command('RaiseDoubt', claims, 'claimId', raiseDoubt);
export const EndDoubt = command('EndDoubt', claims, 'claimId', endDoubt);

export const SettleDoubt = command('SettleDoubt', claims, 'claimId', settleDoubt, { permit: mayAct });
