import { command } from '#runtime';
import { endNotDue, noteNotDue, stoppablePayouts } from '../domain/note-not-due.js';

/**
 * Only processes send it: what a claim asks back was found by whoever decided on the claim. The name
 * is stored, and is of the time when only what was paid before the end of a treatment could turn out not to be due.
 */
export const AskInterimBack = command('AskInterimBack', stoppablePayouts, 'payoutId', noteNotDue);

/** Only the process not-due sends it. */
export const EndNotDue = command('EndNotDue', stoppablePayouts, 'payoutId', endNotDue);
