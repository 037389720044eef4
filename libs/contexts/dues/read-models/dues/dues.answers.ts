import { PageOf, actionsAt, shape, shown } from '#http';
import { PAYMENT_CORRECTION_KINDS, PAYMENT_REVERSAL_REASONS } from '#kernel';
import { CALENDAR_MISSING } from '#law';
import { PAYMENT_CORRECTION_STATUSES } from './dues.read-model.js';

const NULL = { nullable: true } as const;

export class BillComponent extends shape({
  code: shown.text({ example: 'CONTRIB_JKK' }),
  amountIdr: shown.rupiah(),
}) {}

/** What an employer of labour-intensive industry is relieved of in a month. */
export class ReliefItem extends shape({
  amountIdr: shown.rupiah({ description: 'How much less was billed' }),
  lostIdr: shown.rupiah({ description: 'How much of it was billed after all, because it was paid too late' }),
  openIdr: shown.rupiah({ description: 'How much of it falls on what is still open' }),
  payBy: shown.day({ description: 'Paid later, what is open costs the full tariff' }),
  law: shown.text({ example: 'PP 7/2025 jo. PP 36/2025' }),
  article: shown.text({ example: 'Art. 10A' }),
  arithmetic: shown.text({ example: '50% of JKK: 925,600 - 462,800 = 462,800' }),
}) {}

export class BillItem extends shape({
  period: shown.month({ example: '2026-10' }),
  components: shown.nested(() => BillComponent, {
    each: true,
    description: 'By programme and payer, over all members',
  }),
  billedIdr: shown.rupiah(),
  relief: shown.nested(() => ReliefItem, {
    ...NULL,
    description: 'Of labour-intensive industry; null where there is none',
  }),
  paidIdr: shown.rupiah({ description: 'Without fines' }),
  outstandingIdr: shown.rupiah(),
  dueOn: shown.day({ description: 'Until when it is paid in time' }),
  calendar: shown.code([CALENDAR_MISSING], {
    ...NULL,
    description:
      'Where days off of the year of `dueOn` are not decreed yet: it may turn out later. Otherwise null',
  }),
  monthsLate: shown.number({ description: 'If it were paid on the day of the question' }),
  fineIdr: shown.rupiah({ description: 'On what is outstanding, on the day of the question' }),
  finesPaidIdr: shown.rupiah(),
  settledOn: shown.day({ ...NULL, description: 'Null while something of it is not paid' }),
  reports: shown.number({ description: 'The first one, and those that corrected it' }),
}) {}

export class BillPage extends PageOf(BillItem) {}

/** Where an employer stands. */
export class DuesAnswer extends shape({
  revision: shown.number({ ...NULL, description: 'Null while nothing was billed or paid' }),
  actions: actionsAt('/employers/0b4f…/dues'),
  creditIdr: shown.rupiah({ description: 'Received, and not yet needed for a whole month' }),
  outstandingIdr: shown.rupiah({ description: 'Of all months, without fines' }),
  fineIdr: shown.rupiah({ description: 'On the day of the question' }),
  toPayIdr: shown.rupiah({ description: 'What would settle everything on the day of the question' }),
  arrears: shown.month({ each: true, description: 'Billed months that are due and not settled' }),
  paymentsUnconfirmed: shown.yesNo({ description: 'A second person has to confirm a payment' }),
}) {}

export class PaymentItem extends shape({
  paymentId: shown.uuid(),
  actions: actionsAt('/employers/0b4f…/dues'),
  amountIdr: shown.rupiah(),
  bankReference: shown.text(),
  paidOn: shown.day(),
  recordedOn: shown.day(),
  reversal: shown.code(PAYMENT_REVERSAL_REASONS, {
    ...NULL,
    description: 'Why it was taken back; null while it counts',
  }),
  reversedOn: shown.day(NULL),
}) {}

export class PaymentCorrectionItem extends shape({
  correctionId: shown.uuid(),
  actions: actionsAt('/employers/0b4f…/dues'),
  kind: shown.code(PAYMENT_CORRECTION_KINDS),
  status: shown.code(PAYMENT_CORRECTION_STATUSES),
  paymentId: shown.uuid({ ...NULL, description: 'Null where credit is paid back' }),
  amountIdr: shown.rupiah(),
  reason: shown.code(PAYMENT_REVERSAL_REASONS, NULL),
  bankReference: shown.text(),
  requestedOn: shown.day(),
  decidedOn: shown.day(NULL),
}) {}

export class PaymentCorrectionPage extends PageOf(PaymentCorrectionItem) {}

export class PaymentPage extends PageOf(PaymentItem) {}

export class ReportItem extends shape({
  reportId: shown.uuid(),
  actions: actionsAt('/employers/0b4f…/dues'),
  period: shown.month({ example: '2026-10' }),
  handedInOn: shown.day(),
  rows: shown.number(),
  taken: shown.number({ ...NULL, description: 'Null while it was not finished: hand it in again' }),
  rejected: shown.number(),
  warnings: shown.number(),
  wagesIdr: shown.rupiah(NULL),
  changeIdr: shown.rupiah({
    ...NULL,
    description: 'What the bill of the month grew by; less than 0 where it fell',
  }),
}) {}

export class ReportPage extends PageOf(ReportItem) {}

export class RemarkItem extends shape({
  line: shown.number({ description: 'Counted from 1, with the header of a file' }),
  code: shown.text({ example: 'NOT_A_MEMBER' }),
  detail: shown.text(),
  rejected: shown.yesNo({ description: 'false: the wage was taken, and a person should look at it' }),
}) {}

export class RemarkPage extends PageOf(RemarkItem) {}
