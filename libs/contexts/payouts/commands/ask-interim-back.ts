import { command } from '#runtime';
import { askInterimBack, stoppablePayouts } from '../domain/ask-interim-back.js';

/** Only the process claim-payment sends it: what a claim asks back was found by whoever decided on the claim. */
export const AskInterimBack = command('AskInterimBack', stoppablePayouts, 'payoutId', askInterimBack);
