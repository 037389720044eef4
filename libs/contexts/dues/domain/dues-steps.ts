import {
  type Confirmation,
  type Expecting,
  type LateEntries,
  askedFor,
  confirmedByOther,
  enteredLate,
  noMore,
  ofLateEntries,
  steps,
  stepsOfEach,
  withoutEntries,
} from '#kernel';
import type { DuesEvent } from './dues.events.js';
import { dues } from './dues.js';

const PAYMENTS: Confirmation = { step: 'CONFIRM_DUES', turn: 'MONEY_CONFIRMER' };
const CORRECTION: Confirmation = { step: 'CONFIRM_DUES_CORRECTION', turn: 'SUPERVISOR' };

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
export const duesCorrectionSteps = stepsOfEach<Expecting, DuesEvent>(
  dues,
  { slot: 'correction', idIn: (data) => ('correctionId' in data && data.correctionId) || '' },
  {},
  {
    DuesReversalRequested: (_state, data, on) => askedFor(CORRECTION, data, on),
    DuesRefundRequested: (_state, data, on) => askedFor(CORRECTION, data, on),
    DuesReversed: noMore,
    DuesRefunded: noMore,
    DuesCorrectionRefused: noMore,
  },
);
