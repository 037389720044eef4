import { command } from '#runtime';
import { askInterimBack, endNotDue, stoppablePayouts } from '../domain/ask-interim-back.js';

/** Only the process claim-payment sends it: what a claim asks back was found by whoever decided on the claim. */
export const AskInterimBack = command('AskInterimBack', stoppablePayouts, 'payoutId', askInterimBack);

/** Only the process not-due sends it. */
export const EndNotDue = command('EndNotDue', stoppablePayouts, 'payoutId', endNotDue);
