import {
  type LocalDate,
  NO_PAYMENT_CORRECTION_REASONS,
  PAYMENT_REVERSAL_REASONS,
  type Period,
  addPeriods,
  periodOf,
  rupiah,
} from '#kernel';
import {
  ANYBODY,
  type Acting,
  action,
  actionsOn,
  attempt,
  attemptEach,
  sentAs,
  unusedNumber,
} from '#runtime';
import { type DuesHistory, duesHistory } from '../domain/dues-history.js';
import { DuesController } from './dues.controller.js';
import { ConfirmDues, PayDues } from './pay-dues.js';
import { BeginReport } from './begin-report.js';
import { PaymentCorrectionsController } from './payment-corrections.controller.js';
import {
  ConfirmDuesCorrection,
  RefuseDuesCorrection,
  RequestDuesRefund,
  RequestDuesReversal,
} from './reverse-payment.js';

const { reference: bankReference } = ANYBODY;

const correctionsOf = ({ state }: Acting<DuesHistory>) =>
  state.pending.map(({ data: { correctionId } }) => correctionId);

/** The months of a year: what is older is reported as well, and is seldom. */
const lastMonths = (today: LocalDate): readonly Period[] =>
  Array.from({ length: MONTHS_TOLD }, (_, back) => addPeriods(periodOf(today), -back));

const MONTHS_TOLD = 13;

/** What can be done with the payments of an employer and the wages that it reports by month. */
export const duesActions = actionsOn(duesHistory, 'employerId', { known: () => undefined }, [
  action('pay-dues', DuesController, 'pay', ({ id: employerId, state, today: paidOn }) => {
    const body = {
      amountIdr: rupiah(1),
      bankReference: unusedNumber(state.payments.map((one) => one.bankReference)),
      paidOn,
    };
    return [sentAs(body, attempt(PayDues, { employerId, paymentId: employerId, ...body }))];
  }),
  action(
    'report-wages',
    DuesController,
    'report',
    ({ id: employerId, today }) =>
      lastMonths(today).map((period) => {
        const body = { period, wages: [{ participantId: employerId, wageIdr: rupiah(1) }] };
        return sentAs(body, attempt(BeginReport, { employerId, period }, period));
      }),
    'period',
  ),
  action('confirm-dues', DuesController, 'confirm', ({ id: employerId }) => [
    attempt(ConfirmDues, { employerId }),
  ]),
  action(
    'request-dues-reversal',
    PaymentCorrectionsController,
    'reverse',
    ({ id: employerId, state }) =>
      attemptEach(
        state.payments.map(({ paymentId }) => paymentId),
        employerId,
        (paymentId) => {
          const body = { reason: PAYMENT_REVERSAL_REASONS[0], bankReference };
          const input = { employerId, correctionId: employerId, paymentId, ...body };
          return sentAs(body, attempt(RequestDuesReversal, input, paymentId));
        },
      ),
    'paymentId',
  ),
  action('request-dues-refund', PaymentCorrectionsController, 'refund', ({ id: employerId }) => {
    const body = { amountIdr: rupiah(1), bankReference };
    return [sentAs(body, attempt(RequestDuesRefund, { employerId, correctionId: employerId, ...body }))];
  }),
  action(
    'confirm-dues-correction',
    PaymentCorrectionsController,
    'confirm',
    (of) =>
      attemptEach(correctionsOf(of), of.id, (correctionId) =>
        attempt(ConfirmDuesCorrection, { employerId: of.id, correctionId }, correctionId),
      ),
    'correctionId',
  ),
  action(
    'refuse-dues-correction',
    PaymentCorrectionsController,
    'refuse',
    (of) =>
      attemptEach(correctionsOf(of), of.id, (correctionId) => {
        const said = { correctionId, reason: NO_PAYMENT_CORRECTION_REASONS[0] };
        return attempt(RefuseDuesCorrection, { employerId: of.id, ...said }, correctionId);
      }),
    'correctionId',
  ),
]);
