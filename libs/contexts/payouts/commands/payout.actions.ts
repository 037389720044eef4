import { rupiah } from '#kernel';
import { ANYBODY, action, actionsOn, attempt, unusedNumber } from '#runtime';
import { NO_LATE_SETTLEMENT_REASONS } from '../domain/late-settlement.events.js';
import { COMPENSATION_DENIALS } from '../domain/lateness.events.js';
import { MONEY_BACK_FROM, MONEY_BACK_REASONS, RETURN_REASONS } from '../domain/money-back.events.js';
import { GIVEN_UP_REASONS } from '../domain/payout.events.js';
import type { PayoutState } from '../domain/payout-state.js';
import { known, payouts } from '../domain/payout.js';
import { AcceptPayout } from './accept-payout.js';
import { CancelPayout } from './cancel-payout.js';
import { CompensationsController } from './compensations.controller.js';
import { ConfirmPayoutAccount } from './confirm-payout-account.js';
import { CorrectPayoutAccount } from './correct-payout-account.js';
import { ApproveCompensation, DenyCompensation } from './decide-compensation.js';
import { InstructPayout } from './instruct-payout.js';
import { ConfirmSettlement, RefuseSettlement } from './late-settlement.js';
import { PayoutsController } from './payouts.controller.js';
import { RecordMoneyBack } from './record-money-back.js';
import { RecordPartBack } from './record-part-back.js';
import { RedirectPayout } from './redirect-payout.js';
import { ReturnPayout } from './return-payout.js';
import { SettlePayout } from './settle-payout.js';

/** What tells apart the numbers of one payment from those of others: letters, so that it looks like no number of a person. */
const markOf = (payoutId: string): string =>
  payoutId.replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit))).slice(0, 18);

/** A number that no instruction had, of this payment or another. */
function newNumber(payout: PayoutState): string {
  if (payout.situation === 'UNKNOWN') return unusedNumber([]);
  const { payoutId, instructionNumbers } = payout;
  return `${markOf(payoutId)}-${instructionNumbers.length + 1}`;
}

/** What the bank would say next of the payment: under the reference that it has given, or one of no other payment; of the whole amount. */
function nextSaid(payout: PayoutState) {
  const { payoutId, amountIdr } = known(payout);
  return { bankReference: 'bankReference' in payout ? payout.bankReference : markOf(payoutId), amountIdr };
}

/** Under what money came in that came back of no other payment. */
const paperOfMoneyBack = (payoutId: string) => ({
  bankReference: `${markOf(payoutId)}-back`,
  reference: ANYBODY.reference,
});

/** Everything that can be done with a payment that was ordered. What is open of it, the commands say. */
export const payoutActions = actionsOn(payouts, 'payoutId', { known }, [
  action('instruct-payout', PayoutsController, 'instruct', ({ id: payoutId, state, today }) => [
    attempt(InstructPayout, { payoutId, instructedOn: today, instructionNumber: newNumber(state) }),
  ]),
  action(
    'record-bank-result',
    PayoutsController,
    'recordBankResult',
    ({ id: payoutId, state, today: on }) => {
      const { bankReference, amountIdr } = nextSaid(state);
      return [
        attempt(AcceptPayout, { payoutId, bankReference, on }, 'ACCEPTED'),
        attempt(SettlePayout, { payoutId, bankReference, on, amountIdr }, 'SETTLED'),
        attempt(ReturnPayout, { payoutId, bankReference, on, reason: RETURN_REASONS[0] }, 'RETURNED'),
      ];
    },
    'result',
  ),
  action('confirm-settlement', PayoutsController, 'confirmSettlement', ({ id: payoutId }) => [
    attempt(ConfirmSettlement, { payoutId }),
  ]),
  action('refuse-settlement', PayoutsController, 'refuseSettlement', ({ id: payoutId }) => [
    attempt(RefuseSettlement, { payoutId, reason: NO_LATE_SETTLEMENT_REASONS[0] }),
  ]),
  action(
    'record-money-back',
    PayoutsController,
    'recordMoneyBack',
    ({ id: payoutId, state, today: on }) => {
      const { amountIdr } = known(state);
      const paper = { ...paperOfMoneyBack(payoutId), on, amountIdr };
      return MONEY_BACK_REASONS.map((reason) =>
        attempt(RecordMoneyBack, { payoutId, from: MONEY_BACK_FROM[0], reason, ...paper }, reason),
      );
    },
    'reason',
  ),
  action('record-part-back', PayoutsController, 'recordPartBack', ({ id: payoutId, today: on }) => {
    const paper = { ...paperOfMoneyBack(payoutId), on };
    return [attempt(RecordPartBack, { payoutId, from: MONEY_BACK_FROM[0], amountIdr: rupiah(1), ...paper })];
  }),
  action('correct-payout-account', PayoutsController, 'correctAccount', ({ id: payoutId }) => [
    attempt(CorrectPayoutAccount, { payoutId, person: { account: ANYBODY.account } }),
  ]),
  action('confirm-payout-account', PayoutsController, 'confirmAccount', ({ id: payoutId }) => [
    attempt(ConfirmPayoutAccount, { payoutId }),
  ]),
  action('redirect-payout', PayoutsController, 'redirect', ({ id: payoutId }) => [
    attempt(RedirectPayout, { payoutId }),
  ]),
  action(
    'cancel-payout',
    PayoutsController,
    'cancel',
    ({ id: payoutId }) =>
      GIVEN_UP_REASONS.map((reason) => attempt(CancelPayout, { payoutId, reason }, reason)),
    'reason',
  ),
  action('approve-compensation', CompensationsController, 'approve', ({ id: payoutId }) => [
    attempt(ApproveCompensation, { payoutId }),
  ]),
  action(
    'deny-compensation',
    CompensationsController,
    'deny',
    ({ id: payoutId }) =>
      COMPENSATION_DENIALS.map((reason) =>
        attempt(DenyCompensation, { payoutId, reason, reference: ANYBODY.reference }, reason),
      ),
    'reason',
  ),
]);
