import { shape, shown } from '#http';
import { OPENED_AGAIN_BY } from '../../domain/claim-by-people.events.js';
import { DISPUTE_ENDS, DISPUTE_OUTCOMES, OBJECTION_ANSWERS } from '../../domain/after-decision.events.js';

/** What may be due beside what was approved, until a second person approves it. */
export class ReassessmentItem extends shape({
  openedOn: shown.day(),
  assessorId: shown.text({ nullable: true, description: 'Null until somebody calculated it' }),
  approvedIdr: shown.rupiah({ nullable: true, description: 'What had been approved for payment by then' }),
  differenceIdr: shown.rupiah({ nullable: true, description: 'What is due beside it' }),
  ground: shown.code(OPENED_AGAIN_BY, {
    nullable: true,
    description: 'Why everything is computed anew; null where only a receipt may make it more',
  }),
  paidTooMuchIdr: shown.rupiah({ description: 'What is due no more, though it was approved' }),
  scholarshipsEnding: shown.number({
    description: 'Children who had a right to a scholarship by the claim, and have none by this',
  }),
}) {}

/** What a component comes to now, beside what had been approved of it. */
export class ComponentChangeItem extends shape({
  code: shown.text(),
  approvedIdr: shown.rupiah(),
  dueIdr: shown.rupiah(),
}) {}

/** Somebody does not accept a decision. */
export class ObjectionItem extends shape({
  decidedOn: shown.day({ description: 'Day of the decision that it is against' }),
  raisedOn: shown.day(),
  answerBy: shown.day(),
  recorderId: shown.text(),
  grounds: shown.text({ nullable: true, description: 'Null when the person was erased' }),
  letter: shown.text({ nullable: true, description: 'Null when the person was erased' }),
  answer: shown.code(OBJECTION_ANSWERS, { nullable: true, description: 'Null until somebody answers' }),
  answererId: shown.text({ nullable: true }),
  answeredOn: shown.day({ nullable: true }),
  reason: shown.text({ nullable: true }),
  overtakenOn: shown.day({
    nullable: true,
    description:
      'Since when nobody answers it any more: the claim was opened again, and its next decision is the answer',
  }),
}) {}

/** Somebody says after the approval that they inherit. */
export class DisputeItem extends shape({
  since: shown.day({ description: 'Since when no heir is paid' }),
  until: shown.day({ description: 'Until when they may agree or bring a judgment' }),
  reporterId: shown.text(),
  words: shown.text({ nullable: true, description: 'Null when the person was erased' }),
  evidence: shown.text({ nullable: true, description: 'Null when the person was erased' }),
  how: shown.code(DISPUTE_ENDS, {
    nullable: true,
    description: 'Null while it is open, and where it ended because the participant lives after all',
  }),
  outcome: shown.code(DISPUTE_OUTCOMES, { nullable: true }),
  endedOn: shown.day({ nullable: true, description: 'Null while it is open' }),
  enderId: shown.text({ nullable: true }),
  answer: shown.text({ nullable: true, description: 'What was agreed or judged' }),
  shownBy: shown.text({ nullable: true }),
}) {}

/** An invoice for care that the approval does not contain. */
export class LateInvoiceItem extends shape({
  facilityId: shown.uuid(),
  invoiceNumber: shown.text(),
  invoiceIdr: shown.rupiah(),
  notedOn: shown.day(),
}) {}
