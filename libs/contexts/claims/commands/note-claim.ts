import { command } from '#runtime';
import { noteClaim } from '../domain/note-claim.js';
import { claims } from '../domain/claim.js';

export const NoteClaim = command('NoteClaim', claims, 'claimId', noteClaim);
