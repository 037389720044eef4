import { command } from '#runtime';
import { beginWait } from '../domain/begin-wait.js';
import { claims } from '../domain/claim.js';
import { mayAct } from './may-act.js';

export const BeginWait = command('BeginWait', claims, 'claimId', beginWait, { permit: mayAct });
