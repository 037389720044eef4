import { type ExpectedStep, type Expecting, type LocalDate, addDays, noMore, stepsOfEach } from '#kernel';
import type { BillingEvent, InvoiceSubmitted } from './billing.events.js';
import { billings } from './billing.js';
import type { EndorsedFor } from './invoice.js';
import { RESUBMIT_WITHIN_DAYS } from './submit-invoice.js';

interface InvoiceSteps extends Expecting {
  /** A line waits for a letter. */
  readonly hasOpenLines?: boolean;
  /** Who sent or verified it, or said who paid it: none of them approves it. */
  readonly hands?: readonly string[];
  readonly endorsedFor?: EndorsedFor;
}

const withHand = (state: InvoiceSteps, hand: string | undefined): InvoiceSteps =>
  hand === undefined ? state : { ...state, hands: [...new Set([...(state.hands ?? []), hand])] };

/** Nobody's endorsement counts any more. */
function toApproveAnew({ endorsedFor: _none, ...state }: InvoiceSteps): InvoiceSteps {
  const { expected, hands = [] } = state;
  if (expected?.step !== 'APPROVE_INVOICE') return state;
  const { level: _ofEndorsement, ...toApprove } = expected;
  return next(state, { ...toApprove, notBy: hands });
}

const next = (state: InvoiceSteps, expected: ExpectedStep): InvoiceSteps => ({ ...state, expected });

const toVerify = (
  before: InvoiceSteps,
  { accidentId, participantId, totalIdr, verifyBy, submitterId, effectiveOn }: InvoiceSubmitted['data'],
): InvoiceSteps => ({
  ...withHand({ hands: before.hands ?? [] }, submitterId),
  participantId,
  accidentId,
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
    InvoiceVerified(
      before,
      { acceptedIdr, weighedIdr = acceptedIdr, lines, payBy, verifierId, effectiveOn },
    ) {
      const state = { ...withHand(before, verifierId), amountIdr: acceptedIdr };
      const toApprove: ExpectedStep = {
        step: 'APPROVE_INVOICE',
        turn: 'SUPERVISOR',
        since: effectiveOn,
        dueDays: [payBy],
        weighed: [{ matter: 'CARE', amountIdr: weighedIdr }],
        atOfficeOfClaim: true,
      };
      return toApproveAnew(next({ ...state, hasOpenLines: lines.some(({ open }) => open) }, toApprove));
    },
    InvoicePaymentShown: (state, { recorderId }) => toApproveAnew(withHand(state, recorderId)),
    InvoiceEndorsed(before, { endorserId, payee, amountIdr, level }) {
      const { endorsedFor } = before;
      const isSame = endorsedFor?.amountIdr === amountIdr && endorsedFor.payee === payee;
      const state = isSame ? before : toApproveAnew(before);
      const { expected } = state;
      return expected
        ? next(
            { ...state, endorsedFor: { ...(payee && { payee }), amountIdr } },
            // The second one reaches as far as the approval itself has said that it takes.
            { ...expected, level, notBy: [...(expected.notBy ?? []), endorserId] },
          )
        : state;
    },
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
