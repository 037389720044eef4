import { periodOf } from '#kernel';
import { ANYBODY, action, actionsOn, attempt, sentAs } from '#runtime';
import { paymentsOf } from '../domain/payments.js';
import { REVERSAL_REASONS } from '../domain/reversal.events.js';
import { RequestReversal } from './reverse-contribution.js';
import { ReversalsController } from './reversals.controller.js';

const { reference } = ANYBODY;

/** What can be done with the payments of a participant, by their receipts. What waits for a second person has a table of its own. */
export const paymentActions = actionsOn(paymentsOf, 'participantId', { known: () => undefined }, [
  action(
    'request-reversal',
    ReversalsController,
    'request',
    ({ id: participantId, state: { payments }, today }) =>
      (payments.length > 0 ? payments : [{ period: periodOf(today), receipt: reference }]).map(
        ({ period, receipt }) => {
          const body = { period, receipt, reason: REVERSAL_REASONS[0], bankReference: reference };
          const input = { ...body, participantId, correctionId: participantId };
          return sentAs(body, attempt(RequestReversal, input, receipt));
        },
      ),
    'receipt',
  ),
]);
