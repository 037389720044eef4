import type { CareBearer } from '#law';
import {
  type Row,
  day,
  index,
  integer,
  json,
  ordering,
  rupiah as money,
  table,
  text,
  uuid,
  yesNo,
} from '#postgres';
import { timelineTable } from '#followers';
import type { PayoutStatus } from '#contexts/payouts/facts';
import type { Rupiah } from '#kernel';
import type { InvoicePayment } from '../../domain/approval.events.js';
import type { BilledFor, CareKind, InvoiceHealth, Payer, RoomClass } from '../../domain/billing.events.js';
import type { LineResult, VerificationReason } from '../../domain/verification.events.js';
import type { InvoiceStatus } from '../../domain/invoice.js';

/** What was cut for a reason. */
export interface Cut {
  readonly reason: VerificationReason;
  readonly cutIdr: Rupiah;
}

/** All invoices of one accident together: what a command about one of them sends back as If-Match. */
export const billings = table('billings', {
  accidentId: uuid().key(),
  participantId: uuid(),
  recourseIdr: money(),
  revision: integer(),
});

/** One invoice as it stands after its revisions. */
export const invoices = table(
  'invoices',
  {
    invoiceId: uuid().key(),
    accidentId: uuid(),
    participantId: uuid(),
    facilityId: uuid(),
    invoiceNumber: text(),
    /** 0 as it first came; 1 is A, 2 is B. */
    revised: integer(),
    status: text<InvoiceStatus>(),
    benefit: text<BilledFor>(),
    careKind: text<CareKind>(),
    roomClass: text<RoomClass>().nullable(),
    interim: yesNo(),
    admittedOn: day(),
    dischargedOn: day(),
    submittedOn: day(),
    totalIdr: money(),
    mayRepeat: json<readonly string[]>(),
    /** By when the next step is to be taken; null where none is left. */
    dueOn: day().nullable(),
    returns: integer(),
    returnedFor: json<readonly VerificationReason[]>(),
    acceptedIdr: money().nullable(),
    results: json<readonly LineResult[]>(),
    cuts: json<readonly Cut[]>(),
    paidBy: text<Payer>().nullable(),
    /** What was approved to be paid, less what was credited. */
    approvedIdr: money(),
    /** What an insurer is owed that had paid it. */
    payableIdr: money(),
    creditedIdr: money(),
    passedOnTo: text<CareBearer>().nullable(),
    /** Null once the health key of the person was destroyed. */
    health: json<InvoiceHealth>().nullable(),
  },
  {
    indexes: [
      index('invoices_by_due', [['dueOn', '9999-12-31'], 'invoiceId']),
      index('invoices_by_facility', ['facilityId', 'submittedOn']),
      index('invoices_by_accident', ['accidentId', 'submittedOn']),
      index('invoices_by_participant', ['participantId', 'submittedOn']),
    ],
  },
);

export type InvoiceRow = Row<typeof invoices>;

/** What is due first comes first; what waits for nobody comes last. */
export const BY_DUE = ordering(invoices, [['dueOn', '9999-12-31'], 'invoiceId']);

/** What was approved of an invoice at one time, and what the bank made of it. */
export const payments = table(
  'payments',
  {
    approvalId: uuid().key(),
    invoiceId: uuid(),
    facilityId: uuid(),
    payee: text<InvoicePayment['payee']>(),
    amountIdr: money(),
    /** What of it came back although the payment stands. */
    cameBackIdr: money(),
    payBy: day(),
    /** Null until it is ordered. */
    payoutId: uuid().nullable(),
    status: text<PayoutStatus>().nullable(),
    bankReference: text().nullable(),
    settledOn: day().nullable(),
  },
  {
    indexes: [
      index('payments_by_invoice', ['invoiceId', 'payBy']),
      index('payments_by_facility', ['facilityId', 'settledOn']),
    ],
  },
);

/** Which approval a payment is of. */
export const approvalOfPayout = table('approvalOfPayout', { payoutId: uuid().key(), approvalId: uuid() });

export const timeline = timelineTable();
