import { CARE_BEARERS } from '#law';
import { PageOf, TimelineItem, shape, shown, actionsAt, whatCanBeDone } from '#http';
import { BILLED_FOR, CARE_KINDS, LINE_KINDS, PAYERS, ROOM_CLASSES } from '../../domain/billing.events.js';
import { VERIFICATION_REASONS } from '../../domain/verification.events.js';
import { INVOICE_STATUSES } from '../../domain/invoice.js';

const NULL = { nullable: true } as const;

/** One invoice in a list. Nothing in it tells of somebody's health. */
export class InvoiceSummary extends shape({
  invoiceId: shown.uuid(),
  accidentId: shown.uuid(),
  facilityId: shown.uuid(),
  invoiceNumber: shown.text({ example: 'INV-2026-0917' }),
  revised: shown.number({ description: 'How often it was corrected: 1 is A, 2 is B' }),
  status: shown.code(INVOICE_STATUSES),
  interim: shown.yesNo(),
  admittedOn: shown.day(),
  dischargedOn: shown.day(),
  submittedOn: shown.day(),
  totalIdr: shown.rupiah({ description: 'As it was billed' }),
  acceptedIdr: shown.rupiah({ ...NULL, description: 'Null until it is verified' }),
  approvedIdr: shown.rupiah({ description: 'What was approved to be paid, less what was credited' }),
  creditedIdr: shown.rupiah({ description: 'What was paid too much, by notes and cuts' }),
  dueOn: shown.day({
    ...NULL,
    description: 'By when it is verified, corrected or paid; null where nothing is left to do',
  }),
  overdue: shown.yesNo(),
  turn: shown.code(['OFFICE', 'SENDER', 'NOBODY'], { description: 'Who has the next step' }),
}) {}

export class InvoicePage extends PageOf(InvoiceSummary) {}

export class InvoiceLineItem extends shape({
  line: shown.number(),
  serviceDate: shown.day(),
  kind: shown.code(LINE_KINDS),
  tariffItem: shown.text({ optional: true }),
  description: shown.text(),
  quantity: shown.number(),
  unitPriceIdr: shown.rupiah(),
  amountIdr: shown.rupiah(),
}) {}

/** Health data: only for those who treat, assess or audit. */
export class InvoiceHealthItem extends shape({
  mainDiagnosis: shown.text({ example: 'S61.0' }),
  otherDiagnoses: shown.text({ each: true }),
  externalCause: shown.text({ optional: true, example: 'W29' }),
  procedures: shown.text({ each: true }),
  lines: shown.nested(() => InvoiceLineItem, { each: true }),
}) {}

/** What a verification found of a line that is not accepted as billed. */
export class LineResultItem extends shape({
  line: shown.number(),
  acceptedIdr: shown.rupiah(),
  reason: shown.code(VERIFICATION_REASONS),
  open: shown.yesNo({ optional: true, description: 'It waits for a letter' }),
}) {}

export class CutItem extends shape({
  reason: shown.code(VERIFICATION_REASONS),
  cutIdr: shown.rupiah(),
}) {}

export class InvoicePaymentItem extends shape({
  payoutId: shown.uuid({ ...NULL, description: 'Null until it is ordered' }),
  payee: shown.code(['PLKK', 'PARTICIPANT', 'EMPLOYER']),
  amountIdr: shown.rupiah(),
  payBy: shown.day(),
  status: shown.text({ ...NULL, example: 'SETTLED' }),
  bankReference: shown.text(NULL),
  settledOn: shown.day(NULL),
}) {}

/** Another invoice of the same facility with the same number, for another accident: a number is given once. */
export class SameNumberItem extends shape({ invoiceId: shown.uuid(), accidentId: shown.uuid() }) {}

export class InvoiceDetail extends shape(
  {
    revision: shown.revision(),
    actions: actionsAt('/accidents/0b4f…/invoices/77aa…'),
    whatCanBeDone,
    participantId: shown.uuid(),
    benefit: shown.code(BILLED_FOR, { ...NULL, description: 'Null for roles that may not see health data' }),
    careKind: shown.code(CARE_KINDS),
    roomClass: shown.code(ROOM_CLASSES, NULL),
    mayRepeat: shown.text({ each: true, description: 'Numbers of invoices that it may repeat (V-03)' }),
    sameNumber: shown.nested(() => SameNumberItem, {
      each: true,
      description: 'Invoices of the facility with this number for other accidents (V-03)',
    }),
    returns: shown.number({ description: 'How often it was returned' }),
    returnedFor: shown.code(VERIFICATION_REASONS, { each: true }),
    results: shown.nested(() => LineResultItem, { each: true }),
    cuts: shown.nested(() => CutItem, { each: true, description: 'What was cut, by reason' }),
    paidBy: shown.code(PAYERS, { ...NULL, description: 'Who paid the facility; null where nobody said' }),
    passedOnTo: shown.code(CARE_BEARERS, {
      ...NULL,
      description: 'Whom to bill, where JKK does not bear it',
    }),
    payableIdr: shown.rupiah({
      description: 'What an insurer is owed that had paid the facility, less what was credited',
    }),
    owedBackIdr: shown.rupiah({
      description: 'What of the credited was paid and has not come back: whoever was paid owes it',
    }),
    recourseIdr: shown.rupiah({ description: 'What other payers owe of the care of the accident' }),
    payments: shown.nested(() => InvoicePaymentItem, { each: true }),
    health: shown.nested(() => InvoiceHealthItem, {
      ...NULL,
      description: 'Null for roles that may not see health data, and once it was erased',
    }),
    timeline: shown.nested(() => TimelineItem, { each: true }),
  },
  InvoiceSummary,
) {}

/** One payment of a payment advice (nota pembayaran). */
export class AdviceLine extends shape({
  invoiceId: shown.uuid(),
  invoiceNumber: shown.text(),
  revised: shown.number(),
  billedIdr: shown.rupiah(),
  acceptedIdr: shown.rupiah(),
  cuts: shown.nested(() => CutItem, { each: true }),
  payee: shown.code(['PLKK', 'PARTICIPANT', 'EMPLOYER']),
  paidIdr: shown.rupiah({ description: 'Less what came back of it since' }),
  paidOn: shown.day(),
  bankReference: shown.text(NULL),
}) {}

export class OpenByAge extends shape({
  days0To30: shown.rupiah(),
  days31To60: shown.rupiah(),
  days61To90: shown.rupiah(),
  over90: shown.rupiah(),
}) {}

/** What a facility billed and was paid in a time (rekening tagihan). */
export class FacilityStatement extends shape({
  facilityId: shown.uuid(),
  from: shown.day(),
  until: shown.day(),
  billedIdr: shown.rupiah({ description: 'Of the invoices that came in this time' }),
  acceptedIdr: shown.rupiah({ description: 'Of these, as far as they are verified' }),
  cutIdr: shown.rupiah({ description: 'Of the verified ones' }),
  paidIdr: shown.rupiah({ description: 'To the facility in this time, less what came back of that since' }),
  creditedIdr: shown.rupiah({ description: 'Of these invoices, by notes and cuts' }),
  owedBackIdr: shown.rupiah({
    description: 'What of that the facility was paid and has not given back',
  }),
  open: shown.nested(() => OpenByAge, {
    description: 'What is billed and not decided on the last day, by the age of the invoice',
  }),
  paid: shown.nested(() => AdviceLine, { each: true, description: 'Each payment that arrived in this time' }),
}) {}
