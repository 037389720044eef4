import { PageOf, actionsAt, whatCanBeDone, shape, shown } from '#http';
import { PAYMENT_CORRECTION_KINDS, PAYMENT_REVERSAL_REASONS } from '#kernel';
import { MEMBER_FILE_KINDS } from '../../domain/member-file.events.js';
import { IMPORT_KINDS } from './import.read-model.js';

const NULL = { nullable: true } as const;

export class AskedItem extends shape({
  correctionId: shown.uuid(),
  kind: shown.code(PAYMENT_CORRECTION_KINDS),
  amountIdr: shown.rupiah({ ...NULL, description: 'Of a refund' }),
  bankReference: shown.text(),
}) {}

export class ImportItem extends shape({
  importId: shown.uuid({ description: 'Of a payment: its `listId`' }),
  actions: actionsAt('/payment-lists/0b4f…'),
  whatCanBeDone,
  kind: shown.code(IMPORT_KINDS),
  sponsorId: shown.uuid(),
  agreementId: shown.uuid(),
  period: shown.month({ example: '2026-10', description: 'First month paid for' }),
  months: shown.number(),
  paidOn: shown.day(),
  receipt: shown.text(),
  handedInOn: shown.day(),
  againOf: shown.uuid({ ...NULL, description: 'The list that was paid for again' }),
  rows: shown.number(),
  taken: shown.number({
    ...NULL,
    description: 'Rows that were registered or paid; null while it was not finished: send it again',
  }),
  rejected: shown.number(),
  warnings: shown.number(),
  amountIdr: shown.rupiah({ ...NULL, description: 'Of a payment: what came in' }),
  paidIdr: shown.rupiah({ ...NULL, description: 'Of a payment: what was given out' }),
  remainderIdr: shown.rupiah({ ...NULL, description: 'Of a payment: what is left of the sum' }),
  reversal: shown.code(PAYMENT_REVERSAL_REASONS, {
    ...NULL,
    description: 'Why a payment was taken back; null while it counts',
  }),
  reversedOn: shown.day(NULL),
  refundedIdr: shown.rupiah({ description: 'What was paid back of it' }),
  asked: shown.nested(() => AskedItem, { each: true, description: 'What waits for a second person' }),
}) {}

export class ImportPage extends PageOf(ImportItem) {}

export class ImportRemarkItem extends shape({
  line: shown.number({ description: 'Counted from 1, with the header of a file' }),
  code: shown.text({ example: 'PERIOD_ALREADY_PAID' }),
  detail: shown.text(),
  participantId: shown.uuid({ ...NULL, description: 'Whom the line is about, where they are registered' }),
  rejected: shown.yesNo({ description: 'false: the row was taken, and a person should look at it' }),
}) {}

export class ImportRemarkPage extends PageOf(ImportRemarkItem) {}

export class MemberFileItem extends shape({
  fileId: shown.uuid(),
  actions: actionsAt('/employers/0b4f…/member-files/77aa…'),
  whatCanBeDone,
  kind: shown.code(MEMBER_FILE_KINDS, { description: 'Of those who joined, or who left' }),
  handedInOn: shown.day(),
  rows: shown.number(),
  taken: shown.number({ ...NULL, description: 'Null while it was not finished: send it again' }),
  rejected: shown.number(),
  warnings: shown.number({ description: 'Rows that were taken, and that somebody should look at' }),
}) {}

export class MemberFilePage extends PageOf(MemberFileItem) {}
