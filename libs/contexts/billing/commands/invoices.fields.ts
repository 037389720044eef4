import { CARE_BEARERS } from '#law';
import { BankAccountBody, asked, shape } from '#http';
import { ICD10, ICD9CM } from '#kernel';
import { BILLED_FOR, CARE_KINDS, LINE_KINDS, PAYERS, ROOM_CLASSES } from '../domain/billing.events.js';
import { VERIFICATION_REASONS } from '../domain/verification.events.js';
import { RETURNING_REASONS } from '../domain/return-invoice.js';
import { NOTES_BESIDE } from '../domain/verify-invoice.js';

/** So much of one item stands on one line at most. */
const MOST_OF_AN_ITEM = 1000;

export class InvoiceLineBody extends shape({
  line: asked.integer({ min: 1, max: 100, description: '1, 2, 3 …' }),
  serviceDate: asked.day({ description: 'A day of the stay' }),
  kind: asked.code(LINE_KINDS),
  tariffItem: asked.paperNumber({
    max: 40,
    optional: true,
    description: 'The code of the agreed tariff, where it has one',
    example: 'RAWAT-INAP-I',
  }),
  description: asked.text({ max: 200, example: 'Rawat inap kelas I' }),
  quantity: asked.integer({ min: 1, max: MOST_OF_AN_ITEM }),
  unitPriceIdr: asked.rupiah({ min: 0, example: 450_000 }),
  amountIdr: asked.rupiah({ min: 0, description: 'Quantity times unit price', example: 1_350_000 }),
}) {}

export class InvoiceHealthBody extends shape({
  mainDiagnosis: asked.scalar(ICD10, { description: 'ICD-10; an injury, unless the accident is a disease' }),
  otherDiagnoses: asked.scalar(ICD10, { each: true, maxItems: 20, description: 'ICD-10; may be empty' }),
  externalCause: asked.scalar(ICD10, {
    optional: true,
    description: 'V01 to Y98; of an injury needed. V: transport, and another payer comes first',
  }),
  procedures: asked.scalar(ICD9CM, { each: true, maxItems: 50, description: 'ICD-9-CM; may be empty' }),
  lines: asked.nested(() => InvoiceLineBody, { each: true, minItems: 1 }),
}) {}

class InvoiceContentBody extends shape({
  benefit: asked.code(BILLED_FOR, {
    description: 'CARE, or what the law pays up to a ceiling: a thing to an invoice',
  }),
  careKind: asked.code(CARE_KINDS),
  roomClass: asked.code(ROOM_CLASSES, { optional: true, description: 'Of an inpatient stay' }),
  interim: asked.yesNo({ description: 'The stay goes on: a bill before its end' }),
  admittedOn: asked.day({ description: 'First day of the stay or treatment' }),
  dischargedOn: asked.day({ description: 'Its last day; of an interim invoice the last that it is for' }),
  totalIdr: asked.rupiah({ min: 1, description: 'All lines together', example: 1_350_000 }),
  health: asked.nested(() => InvoiceHealthBody),
}) {}

export class SubmitInvoiceBody extends shape(
  {
    facilityId: asked.uuid({ description: 'Who gave the care' }),
    invoiceNumber: asked.paperNumber({
      max: 60,
      description: "The facility's own number",
      example: 'INV-2026-0917',
    }),
  },
  InvoiceContentBody,
) {}

export class ReviseInvoiceBody extends InvoiceContentBody {}

export class ShowPaymentBody extends shape({
  paidBy: asked.code(PAYERS, { description: 'NOBODY takes back what was said' }),
  reference: asked.paperNumber({ max: 100, description: 'Number of the receipt', example: 'KW-2026-77' }),
  account: asked.nested(() => BankAccountBody, {
    optional: true,
    description: 'Where a participant is repaid; needed of one',
  }),
}) {}

export class ReturnInvoiceBody extends shape({
  reasons: asked.code(RETURNING_REASONS, {
    each: true,
    minItems: 1,
    description: 'Numbers of what is wrong',
  }),
}) {}

export class LineResultBody extends shape({
  line: asked.integer({ min: 1, max: 100 }),
  acceptedIdr: asked.rupiah({ description: 'Of a line that waits for a letter (V-09): 0' }),
  reason: asked.code(VERIFICATION_REASONS),
}) {}

export class VerifyInvoiceBody extends shape({
  lines: asked.nested(() => LineResultBody, {
    each: true,
    description:
      'Lines that are not accepted as billed; prices above the tariff and doubled lines are cut without being named. While a line waited for its letter, what was cut of another stays cut until that one is named again',
  }),
  apart: asked.yesNo({
    optional: true,
    description: 'Somebody looked at the invoices that it may repeat: they are others',
  }),
  tariffOf: asked.uuid({
    optional: true,
    description: 'Of a reimbursement: the PLKK whose tariff stands for class I of a government hospital',
  }),
  medicalReview: asked.paperNumber({
    max: 100,
    optional: true,
    description:
      'Number of the medical review; needed for what is cut as not medically needed (V-06), and above 25,000,000 of a reimbursement',
    example: 'MR/12/2026',
  }),
  referencePriceIdr: asked.rupiah({
    min: 1,
    optional: true,
    description: 'Of a prosthesis or orthosis: the price of the government centre',
    example: 15_000_000,
  }),
  notes: asked.code(NOTES_BESIDE, {
    optional: true,
    description:
      'Where a line is cut further and notes have credited something of the invoice: they STAND beside the cut, or are REPLACED by it',
  }),
}) {}

export class ReferenceBody extends shape({
  reference: asked.paperNumber({ max: 100, description: 'Number of the paper', example: 'BA/4/2026' }),
}) {}

export class PassInvoiceOnBody extends shape({
  to: asked.code(CARE_BEARERS, { description: 'Who bears it' }),
  reference: asked.paperNumber({
    max: 100,
    description: 'Number of the letter to the facility',
    example: 'S/88/2026',
  }),
}) {}

export class CreditInvoiceBody extends shape({
  amountIdr: asked.rupiah({ min: 1, description: 'What was paid too much' }),
  reason: asked.code(VERIFICATION_REASONS),
  reference: asked.paperNumber({ max: 100, description: 'Number of the note', example: 'NK/3/2026' }),
  besideCuts: asked.yesNo({
    optional: true,
    description: 'Where a cut waits for its approval, which credits it: the note is of something else',
  }),
}) {}
