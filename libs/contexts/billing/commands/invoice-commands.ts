import { type Bill, type KnowsBill, isSameBill, takeBills } from '#contexts/accidents/facts';
import { requireMayDecideCare, requireNoInterestInCare } from '#contexts/claims/facts';
import { type Permit, type Take, command } from '#runtime';
import { approveInvoice } from '../domain/approve-invoice.js';
import type { BillingEvent } from '../domain/billing.events.js';
import { billings } from '../domain/billing.js';
import { isGivenUp } from '../domain/invoice.js';
import { creditNotes } from '../domain/credit-notes.js';
import { recordRecourse } from '../domain/record-recourse.js';
import { passInvoiceOn, readmitInvoice, returnInvoice, withdrawInvoice } from '../domain/return-invoice.js';
import { creditInvoice, showPayment } from '../domain/settle-invoice.js';
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

interface OfAccident {
  readonly accidentId: string;
}

/** An invoice that is sent with its lines is the bill of its accident before it is recorded. */
async function billsTaken(take: Take, said: readonly BillingEvent[]): Promise<void> {
  for (const { type, data } of said) {
    if (type !== 'InvoiceSubmitted' && type !== 'InvoiceRevised') continue;
    const bill = { ...data, invoiceIdr: data.totalIdr };
    await takeBills(take, { accidentId: data.accidentId, apart: true }, bill, knowing(bill));
  }
}

/** What became of a bill that was sent with its lines; one that was given up here may still stand with the accident. */
const knowing =
  (bill: Bill): KnowsBill =>
  async (read, { accidentId, apart }) => {
    const { invoices } = await read.state(billings, accidentId);
    const known = invoices.filter((one) => isSameBill(bill)({ ...one, invoiceIdr: one.totalIdr }));
    if (known.some((one) => !isGivenUp(one))) return 'KEPT';
    return apart && known.length > 0 ? 'GIVEN_UP' : undefined;
  };

/** An invoice is worked on by nobody who has an interest in the claim of its accident, and decided at the office of that. */
const mayDecide: Permit<OfAccident, unknown> = (_state, read, { accidentId }, context) =>
  requireMayDecideCare(read, accidentId, context);

const hasNoInterest: Permit<OfAccident, unknown> = (_state, read, { accidentId }, context) =>
  requireNoInterestInCare(read, accidentId, context);

/** Refuses `FACILITY_NOT_FOUND` and `ACCIDENT_NOT_FOUND` beside what the decision refuses. */
export const SubmitInvoice = command('SubmitInvoice', billings, 'accidentId', submitInvoice, {
  facts: (_state, read, input) => factsForStay(read, input),
  permit: (_state, read, input, context) => mayBill(read, input, context),
  first: billsTaken,
});

export const ReviseInvoice = command('ReviseInvoice', billings, 'accidentId', reviseInvoice, {
  facts: factsOfInvoice,
  permit: invoiceInSight,
  first: billsTaken,
});

export const WithdrawInvoice = command('WithdrawInvoice', billings, 'accidentId', withdrawInvoice, {
  permit: invoiceInSight,
});

export const ShowPayment = command('ShowPayment', billings, 'accidentId', showPayment, {
  facts: factsOfInvoice,
  permit: invoiceInSight,
});

export const ReturnInvoice = command('ReturnInvoice', billings, 'accidentId', returnInvoice, {
  permit: hasNoInterest,
});

export const ReadmitInvoice = command('ReadmitInvoice', billings, 'accidentId', readmitInvoice, {
  permit: hasNoInterest,
});

export const PassInvoiceOn = command('PassInvoiceOn', billings, 'accidentId', passInvoiceOn, {
  permit: mayDecide,
});

export const VerifyInvoice = command('VerifyInvoice', billings, 'accidentId', verifyInvoice, {
  facts: factsForVerification,
  permit: hasNoInterest,
});

export const ApproveInvoice = command('ApproveInvoice', billings, 'accidentId', approveInvoice, {
  facts: factsForApproval,
  permit: mayDecide,
});

export const CreditInvoice = command('CreditInvoice', billings, 'accidentId', creditInvoice, {
  facts: (_state, read, { accidentId }) => read.state(creditNotes, accidentId),
  permit: hasNoInterest,
});

export const RecordRecourse = command('RecordRecourse', billings, 'accidentId', recordRecourse, {
  facts: factsOfAccident,
  permit: hasNoInterest,
});
