import { NO_PAYMENT_CORRECTION_REASONS, PAYMENT_REVERSAL_REASONS, derivedId, rupiah } from '#kernel';
import { ANYBODY, type Acting, action, actionsOn, attempt, attemptEach, sentAs } from '#runtime';
import { type PaymentListState, knownList, paymentLists } from '../domain/payment-list.js';
import { ConfirmPaymentsOfList } from './confirm-payments-of-list.js';
import { ListCorrectionsController } from './list-corrections.controller.js';
import { PayListAgain } from './pay-list-again.js';
import { PaymentListsController } from './payment-lists.controller.js';
import { ConfirmListCorrection, RefundList, RefuseListCorrection, ReverseList } from './reverse-list.js';

const { reference: bankReference } = ANYBODY;

/** What was asked for of the list and waits for a second person. */
const askedOf = ({ state }: Acting<PaymentListState>): readonly string[] =>
  state.situation === 'COMPLETED' ? (state.money?.asked ?? []).map(({ correctionId }) => correctionId) : [];

/** What can be done with a list by which a sponsor paid for many; a file is sent again as a whole. */
export const paymentListActions = actionsOn(paymentLists, 'listId', { known: knownList }, [
  action('pay-list-again', PaymentListsController, 'payAgain', ({ id: againOf, state, today }) => {
    const { period } = knownList(state).terms;
    const body = { period, paidOn: today, receipt: bankReference, months: 1, amountIdr: rupiah(1) };
    const listId = derivedId('payment-list', againOf, 'again');
    return [sentAs(body, attempt(PayListAgain, { ...body, listId, againOf }))];
  }),
  action('confirm-payments-of-list', PaymentListsController, 'confirm', ({ id: listId }) => [
    attempt(ConfirmPaymentsOfList, { listId }),
  ]),
  action(
    'reverse-payment-list',
    ListCorrectionsController,
    'reverse',
    ({ id: listId }) =>
      PAYMENT_REVERSAL_REASONS.map((reason) => {
        const input = { listId, correctionId: listId, reason, bankReference };
        return sentAs({ reason, bankReference }, attempt(ReverseList, input, reason));
      }),
    'reason',
  ),
  action('refund-payment-list', ListCorrectionsController, 'refund', ({ id: listId }) => {
    const body = { amountIdr: rupiah(1), bankReference };
    return [sentAs(body, attempt(RefundList, { ...body, listId, correctionId: listId }))];
  }),
  action(
    'confirm-list-correction',
    ListCorrectionsController,
    'confirm',
    (of) =>
      attemptEach(askedOf(of), of.id, (correctionId) =>
        attempt(ConfirmListCorrection, { listId: of.id, correctionId }, correctionId),
      ),
    'correctionId',
  ),
  action(
    'refuse-list-correction',
    ListCorrectionsController,
    'refuse',
    (of) =>
      attemptEach(askedOf(of), of.id, (correctionId) => {
        const said = { correctionId, reason: NO_PAYMENT_CORRECTION_REASONS[0] };
        return attempt(RefuseListCorrection, { listId: of.id, ...said }, correctionId);
      }),
    'correctionId',
  ),
]);
