import { command } from '#runtime';
import { approveInvoice } from '../domain/approve-invoice.js';
import { billings } from '../domain/billing.js';
import { passInvoiceOn, readmitInvoice, returnInvoice, withdrawInvoice } from '../domain/return-invoice.js';
import { creditInvoice, recordRecourse, showPayment } from '../domain/settle-invoice.js';
import { reviseInvoice, submitInvoice } from '../domain/submit-invoice.js';
import { verifyInvoice } from '../domain/verify-invoice.js';
import {
  factsForApproval,
  factsForStay,
  factsForVerification,
  factsOfAccident,
  factsOfInvoice,
  invoiceInSight,
  mayBill,
} from './invoice-facts.js';

/** Refuses `FACILITY_NOT_FOUND` and `ACCIDENT_NOT_FOUND` beside what the decision refuses. */
export const SubmitInvoice = command('SubmitInvoice', billings, 'accidentId', submitInvoice, {
  facts: (_state, read, input) => factsForStay(read, input),
  permit: (_state, read, input, context) => mayBill(read, input, context),
});

export const ReviseInvoice = command('ReviseInvoice', billings, 'accidentId', reviseInvoice, {
  facts: factsOfInvoice,
  permit: invoiceInSight,
});

export const WithdrawInvoice = command('WithdrawInvoice', billings, 'accidentId', withdrawInvoice, {
  permit: invoiceInSight,
});

export const ShowPayment = command('ShowPayment', billings, 'accidentId', showPayment, {
  facts: factsOfInvoice,
  permit: invoiceInSight,
});

export const ReturnInvoice = command('ReturnInvoice', billings, 'accidentId', returnInvoice);

export const ReadmitInvoice = command('ReadmitInvoice', billings, 'accidentId', readmitInvoice);

export const PassInvoiceOn = command('PassInvoiceOn', billings, 'accidentId', passInvoiceOn);

export const VerifyInvoice = command('VerifyInvoice', billings, 'accidentId', verifyInvoice, {
  facts: factsForVerification,
});

export const ApproveInvoice = command('ApproveInvoice', billings, 'accidentId', approveInvoice, {
  facts: factsForApproval,
});

export const CreditInvoice = command('CreditInvoice', billings, 'accidentId', creditInvoice);

export const RecordRecourse = command('RecordRecourse', billings, 'accidentId', recordRecourse, {
  facts: factsOfAccident,
});
