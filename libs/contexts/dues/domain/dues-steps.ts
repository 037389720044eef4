import {
  type Confirmation,
  type LateEntries,
  confirmedByOther,
  enteredLate,
  ofLateEntries,
  steps,
  stepsOfRequests,
  withoutEntries,
} from '#kernel';
import type { DuesEvent } from './dues.events.js';
import { dues } from './dues.js';

const PAYMENTS: Confirmation = { step: 'CONFIRM_DUES', turn: 'MONEY_CONFIRMER' };

/** Payments of an employer that were entered long after they were made. */
export const duesSteps = ofLateEntries(
  steps<LateEntries, DuesEvent>(
    dues,
    'payments',
    {},
    {
      DuesPaid: (state, data, on) => enteredLate(state, data.paymentId, data, PAYMENTS, on),
      DuesReversed: (state, { paymentId }) => withoutEntries(state, PAYMENTS, (what) => what === paymentId),
      BackDatedDuesConfirmed: (state, { confirmerId }) => confirmedByOther(state, PAYMENTS, confirmerId),
    },
  ),
);

/** A payment of an employer that is to be taken back, or money that is to be paid back. */
export const duesCorrectionSteps = stepsOfRequests<DuesEvent>(
  dues,
  'correction',
  { step: 'CONFIRM_DUES_CORRECTION', turn: 'SUPERVISOR' },
  {
    asked: ['DuesReversalRequested', 'DuesRefundRequested'],
    decided: ['DuesReversed', 'DuesRefunded', 'DuesCorrectionRefused'],
  },
);
