import { type ExpectedStep, type Expecting, type LocalDate, addDays, noMore, stepsOfEach } from '#kernel';
import type { BillingEvent, InvoiceSubmitted } from './billing.events.js';
import { billings } from './billing.js';
import { RESUBMIT_WITHIN_DAYS } from './submit-invoice.js';

interface InvoiceSteps extends Expecting {
  /** A line waits for a letter. */
  readonly hasOpenLines?: boolean;
}

const next = (state: InvoiceSteps, expected: ExpectedStep): InvoiceSteps => ({ ...state, expected });

const toVerify = (
  _before: InvoiceSteps,
  { participantId, totalIdr, verifyBy, submitterId, effectiveOn }: InvoiceSubmitted['data'],
): InvoiceSteps => ({
  participantId,
  amountIdr: totalIdr,
  expected: {
    step: 'VERIFY_INVOICE',
    turn: 'ADJUDICATOR',
    since: effectiveOn,
    dueDays: [verifyBy],
    notBy: [submitterId],
  },
});

const toRevise = (since: LocalDate, resubmitBy: LocalDate): ExpectedStep => ({
  step: 'REVISE_INVOICE',
  turn: 'FACILITY',
  since,
  dueDays: [resubmitBy],
});

/** The next step of each invoice of an accident, from its receipt until it was decided. */
export const invoiceSteps = stepsOfEach<InvoiceSteps, BillingEvent>(
  billings,
  { slot: 'invoice', idIn: (data) => ('invoiceId' in data ? data.invoiceId : '') },
  {},
  {
    InvoiceSubmitted: toVerify,
    InvoiceRevised: toVerify,
    InvoiceReturned: (state, { resubmitBy, effectiveOn }) => next(state, toRevise(effectiveOn, resubmitBy)),
    InvoiceReadmitted: (state, { resubmitBy, effectiveOn }) => next(state, toRevise(effectiveOn, resubmitBy)),
    InvoiceVerified: (state, { acceptedIdr, lines, payBy, verifierId, effectiveOn }) =>
      next(
        { ...state, amountIdr: acceptedIdr, hasOpenLines: lines.some(({ open }) => open) },
        {
          step: 'APPROVE_INVOICE',
          turn: 'SUPERVISOR',
          since: effectiveOn,
          dueDays: [payBy],
          notBy: [verifierId],
        },
      ),
    InvoiceEndorsed: (state, { endorserId }) =>
      state.expected
        ? next(state, { ...state.expected, notBy: [...(state.expected.notBy ?? []), endorserId] })
        : state,
    // Of the rest the facility brings its letter as it would bring an invoice again.
    InvoiceApproved: (state, { effectiveOn }) =>
      state.hasOpenLines
        ? next(state, {
            step: 'BRING_LETTER',
            turn: 'FACILITY',
            since: effectiveOn,
            dueDays: [addDays(effectiveOn, RESUBMIT_WITHIN_DAYS)],
          })
        : noMore(state),
    InvoiceWithdrawn: noMore,
    InvoicePassedOn: noMore,
  },
);
