import { PageOf, TimelineItem, shape, shown, actionsAt, whatCanBeDone } from '#http';
import { CALENDAR_MISSING } from '#law';
import { PAYOUT_STATUSES } from '../../domain/payout-state.js';

export const SOURCE_KINDS = ['CLAIM', 'SCHOLARSHIP_YEAR', 'INVOICE', 'LATENESS'] as const;

/** What becomes of what a payment that came late owes. */
export const COMPENSATION_STATUSES = ['FOUND', 'APPROVED', 'DENIED'] as const;

export type CompensationStatus = (typeof COMPENSATION_STATUSES)[number];

/** One payment in a list. */
export class PayoutSummary extends shape({
  payoutId: shown.uuid(),
  status: shown.code(PAYOUT_STATUSES),
  amountIdr: shown.rupiah(),
  payee: shown.text({ description: 'Who is paid' }),
  participantId: shown.uuid({ nullable: true, description: 'Null for reporting' }),
  sourceKind: shown.code(SOURCE_KINDS),
  sourceId: shown.uuid({
    description: 'The claim, the scholarship, the invoice, or the payment that came late',
  }),
  orderedOn: shown.day(),
  payBy: shown.day({
    nullable: true,
    description: 'Last day for payment, later by the days on which it stood still',
  }),
  calendar: shown.code([CALENDAR_MISSING], {
    nullable: true,
    description:
      'Where days off of the year of `payBy` are not decreed yet: it may turn out later. Otherwise null',
  }),
  overdue: shown.yesNo({
    description:
      'Neither settled nor given up, and the last day for payment had passed before it stood still, where it does',
  }),
  settledOn: shown.day({ nullable: true }),
  daysLate: shown.number({
    description:
      'Days after the last one in time until the money arrived, without those for a wrong account; 0 until it did',
  }),
  lateCompensationIdr: shown.rupiah({
    description:
      'What the delay owes the payee beside it: 1 % a day of what was due in cash. Ordered as another payment once it is approved',
  }),
  lateCompensation: shown.code(COMPENSATION_STATUSES, {
    nullable: true,
    description: 'Null where the delay owes nothing',
  }),
  returns: shown.number({ description: 'How often the bank sent the money back' }),
}) {}

export class PayoutPage extends PageOf(PayoutSummary) {}

/** Where the bank is told to pay. Of a person it is personal data, and only finance reads it. */
export class AccountToPay extends shape({
  bank: shown.text(),
  number: shown.text(),
  holder: shown.text(),
}) {}

/** A payment that the bank is still to be told of, in the list of finance. */
export class PayoutToInstruct extends shape(
  {
    account: shown.nested(() => AccountToPay, {
      nullable: true,
      description: 'Null of an employer that has named none',
    }),
  },
  PayoutSummary,
) {}

export class PayoutToInstructPage extends PageOf(PayoutToInstruct) {}

/** Everything the read model knows of one payment. */
export class PayoutDetail extends shape(
  {
    revision: shown.revision(),
    actions: actionsAt('/payouts/0b4f…'),
    whatCanBeDone,
    facilityId: shown.uuid({ nullable: true }),
    employerId: shown.uuid({ nullable: true }),
    heirId: shown.uuid({ nullable: true, description: 'Of several heirs the one that is paid' }),
    componentCodes: shown.text({ each: true }),
    cameBackIdr: shown.rupiah({ description: 'What of it came back although the payment stands' }),
    keptIdr: shown.rupiah({ description: 'What the payee keeps though it is not theirs: it is owed' }),
    benefitIdr: shown.rupiah({
      nullable: true,
      description: 'Only where arrears were deducted: the benefit before that',
    }),
    deductedIdr: shown.rupiah({ nullable: true, description: 'The arrears that were deducted from it' }),
    bank: shown.text({ nullable: true, description: 'Null for a PLKK or an employer before it is paid' }),
    accountMasked: shown.text({ nullable: true, example: '****7890' }),
    account: shown.nested(() => AccountToPay, {
      nullable: true,
      description:
        'For finance, as long as the bank is still to be told or a corrected account to be confirmed; otherwise null',
    }),
    instructionNumber: shown.text({ nullable: true }),
    bankReference: shown.text({ nullable: true }),
    enteredSettledOn: shown.day({
      nullable: true,
      description: 'When the money arrived, as somebody entered it late and nobody has confirmed it',
    }),
    enteredBy: shown.text({ nullable: true }),
    returnReason: shown.text({ nullable: true, description: 'Why the money came back the last time' }),
    cancelReason: shown.text({ nullable: true, description: 'Why the payment was given up' }),
    timeline: shown.nested(() => TimelineItem, { each: true }),
  },
  PayoutSummary,
) {}
