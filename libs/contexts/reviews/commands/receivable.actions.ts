import { Rejection } from '#kernel';
import { ANYBODY, action, actionsOn, attempt } from '#runtime';
import { NO_WAIVER_REASONS, WAIVER_REASONS } from '../domain/receivable.events.js';
import { type Owed, owed } from '../domain/receivable.js';
import { reviewRefusals } from '../domain/refusals.js';
import { ReceivablesController } from './receivables.controller.js';
import { RefuseWaiver, SettleReceivable, WaiveReceivable } from './receivables.js';

function known({ found }: Owed): void {
  if (!found) throw new Rejection(reviewRefusals.RECEIVABLE_NOT_FOUND());
}

/** Everything that can be done with money that is owed. What is open of it, the commands say. */
export const receivableActions = actionsOn(owed, 'receivableId', { known }, [
  action('settle-receivable', ReceivablesController, 'settle', ({ id: receivableId, today: paidOn }) => [
    attempt(SettleReceivable, { receivableId, bankReference: ANYBODY.reference, paidOn }),
  ]),
  action(
    'waive-receivable',
    ReceivablesController,
    'waive',
    ({ id: receivableId }) =>
      WAIVER_REASONS.map((reason) => attempt(WaiveReceivable, { receivableId, reason }, reason)),
    'reason',
  ),
  action('refuse-waiver', ReceivablesController, 'refuseWaiver', ({ id: receivableId }) => [
    attempt(RefuseWaiver, { receivableId, reason: NO_WAIVER_REASONS[0] }),
  ]),
]);
