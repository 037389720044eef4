import { command } from '#runtime';
import { claims } from '../domain/claim.js';
import { establishHeirs } from '../domain/establish-heirs.js';
import { withHeirs } from './heirs-on-record.js';
import { mayAct } from './may-act.js';

export const EstablishHeirs = command('EstablishHeirs', claims, 'claimId', establishHeirs, {
  facts: withHeirs,
  permit: mayAct,
});
