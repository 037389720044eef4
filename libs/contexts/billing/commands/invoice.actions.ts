import { rupiah } from '#kernel';
import { CARE_BEARERS } from '#law';
import { ANYBODY, type Acting, type Action, type AnyActionTable, action, actionsOn, attempt } from '#runtime';
import { PAYERS } from '../domain/billing.events.js';
import { type BillingState, billings, knownInvoice, requireInvoiceInSight } from '../domain/billing.js';
import { isAboveClass } from '../domain/line-limits.js';
import { RETURNING_REASONS } from '../domain/return-invoice.js';
import {
  ApproveInvoice,
  CreditInvoice,
  PassInvoiceOn,
  ReadmitInvoice,
  RecordRecourse,
  ReturnInvoice,
  ReviseInvoice,
  ShowPayment,
  VerifyInvoice,
  WithdrawInvoice,
} from './invoice-commands.js';
import { InvoicesController } from './invoices.controller.js';
import { VerificationController } from './verification.controller.js';

const { reference, account, words } = ANYBODY;

/** The invoice as it was sent last, once more: what a correction changes nobody knows before. */
function contentOf(state: BillingState, invoiceId: string) {
  const { benefit, careKind, roomClass, interim, admittedOn, dischargedOn, totalIdr, health } = knownInvoice(
    state,
    invoiceId,
  );
  const line = { line: 1, serviceDate: admittedOn, kind: 'OTHER', description: words, quantity: 1 } as const;
  const sent = health ?? {
    mainDiagnosis: 'T14.9',
    otherDiagnoses: [],
    externalCause: 'W19',
    procedures: [],
    lines: [{ ...line, unitPriceIdr: totalIdr, amountIdr: totalIdr }],
  };
  return {
    benefit,
    careKind,
    ...(roomClass && { roomClass }),
    interim,
    admittedOn,
    dischargedOn,
    totalIdr,
    health: sent,
  };
}

/** Everything accepted as it was billed; of a room above class I nothing, since nobody has said what class I comes to. */
function verification({ state, said }: Acting<BillingState>, invoiceId: string) {
  const { facilityId, roomClass, health } = knownInvoice(state, invoiceId);
  const above = (health?.lines ?? []).filter((line) => isAboveClass(line, roomClass));
  return {
    lines: above.map(({ line }) => ({ line, acceptedIdr: rupiah(0), reason: 'V-07' as const })),
    apart: true,
    // The tariff that stands for class I of a government hospital: of the facility that is thought of, or of its own.
    tariffOf: said.facilityId ?? facilityId,
    medicalReview: reference,
    referencePriceIdr: rupiah(1),
    notes: 'STAND' as const,
  };
}

/** What is done with an invoice by whoever sent it, and whoever knows who paid it. */
const sending = (invoiceId: string): readonly Action<BillingState>[] => [
  action('revise-invoice', InvoicesController, 'revise', ({ id: accidentId, state }) => [
    attempt(ReviseInvoice, { accidentId, invoiceId, ...contentOf(state, invoiceId) }),
  ]),
  action('withdraw-invoice', InvoicesController, 'withdraw', ({ id: accidentId }) => [
    attempt(WithdrawInvoice, { accidentId, invoiceId }),
  ]),
  action(
    'show-payment',
    InvoicesController,
    'showPayment',
    ({ id: accidentId }) =>
      PAYERS.map((paidBy) =>
        attempt(
          ShowPayment,
          { accidentId, invoiceId, paidBy, reference, ...(paidBy === 'PARTICIPANT' && { account }) },
          paidBy,
        ),
      ),
    'paidBy',
  ),
];

/** As little as can be: what is owed back by a cut cannot be credited as well. */
const LEAST_CREDIT = { amountIdr: rupiah(1), reason: 'V-02', reference, besideCuts: true } as const;

/** What is done with it by those who decide what of it is paid. */
const deciding = (invoiceId: string): readonly Action<BillingState>[] => [
  action('verify-invoice', VerificationController, 'verify', (of) => [
    attempt(VerifyInvoice, { accidentId: of.id, invoiceId, ...verification(of, invoiceId) }),
  ]),
  action(
    'return-invoice',
    VerificationController,
    'returnIt',
    ({ id: accidentId }) =>
      RETURNING_REASONS.map((reason) =>
        attempt(ReturnInvoice, { accidentId, invoiceId, reasons: [reason] }, reason),
      ),
    'reasons',
  ),
  action('readmit-invoice', VerificationController, 'readmit', ({ id: accidentId }) => [
    attempt(ReadmitInvoice, { accidentId, invoiceId, reference }),
  ]),
  action('approve-invoice', VerificationController, 'approve', ({ id: accidentId }) => [
    attempt(ApproveInvoice, { accidentId, invoiceId }),
  ]),
  action(
    'pass-invoice-on',
    VerificationController,
    'passOn',
    ({ id: accidentId }) =>
      CARE_BEARERS.map((to) => attempt(PassInvoiceOn, { accidentId, invoiceId, to, reference }, to)),
    'to',
  ),
  action('credit-invoice', VerificationController, 'credit', ({ id: accidentId }) => [
    attempt(CreditInvoice, { accidentId, invoiceId, ...LEAST_CREDIT }),
  ]),
  action('record-recourse', VerificationController, 'recourse', ({ id: accidentId }) => [
    attempt(RecordRecourse, { accidentId, reference }),
  ]),
];

/** Everything that can be done with one of the invoices of an accident. What is open of it, the commands say. */
export const invoiceActionsOf = (invoiceId: string) =>
  actionsOn(
    billings,
    'accidentId',
    {
      params: { invoiceId },
      known: (state: BillingState) => knownInvoice(state, invoiceId),
      permit: (state, _read, _input, { actor }) => requireInvoiceInSight(state, invoiceId, actor),
    },
    [...sending(invoiceId), ...deciding(invoiceId)],
  );

/** Any of them, for code that lists what can be done. */
export const invoiceActions: AnyActionTable = invoiceActionsOf('');
