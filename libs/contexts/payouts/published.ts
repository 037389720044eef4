import {
  type ContextContracts,
  code,
  contextContracts,
  contract,
  day,
  id,
  oneOf,
  optional,
  rupiahs,
} from '#publishing/contracts';
import { FUNDS } from '#law';
import { fundOfPayment, money, moneyOfPayment } from '../published-fields.js';
import {
  type PayoutPartReturned,
  type PayoutReturned,
  MONEY_BACK_FROM,
  MONEY_BACK_REASONS,
  RETURN_REASONS,
  type SettledPayoutReturned,
} from './domain/money-back.events.js';
import {
  CANCEL_REASONS,
  type PayoutCancelReason,
  GIVEN_UP_REASONS,
  type PayoutAccepted,
  type PayoutCancelled,
  type PayoutInstructed,
  type PayoutOrdered,
  type PayoutSettled,
  type PayoutSource,
} from './domain/payout.events.js';

/** The reasons that the first version of the contract names, and the second. */
const FORMER_CANCEL_REASONS = ['SETTLED_BY_PAPERS', 'NOBODY_CLAIMS_IT'] as const;
const SECOND_CANCEL_REASONS = [...FORMER_CANCEL_REASONS, 'EVENT_REVOKED'] as const;

/** The nearest that the first one names: settled outside of the system. */
const formerReason = (reason: PayoutCancelReason): (typeof FORMER_CANCEL_REASONS)[number] =>
  FORMER_CANCEL_REASONS.find((one) => one === reason) ?? 'SETTLED_BY_PAPERS';

/** The nearest that the second one names: what it is for gives nobody a right. */
const secondReason = (reason: PayoutCancelReason): (typeof SECOND_CANCEL_REASONS)[number] =>
  SECOND_CANCEL_REASONS.find((one) => one === thirdReason(reason)) ?? 'EVENT_REVOKED';

/** The nearest that the third one names: what was told of a payment in whose place others are paid until it had a name. */
const thirdReason = (reason: PayoutCancelReason): (typeof GIVEN_UP_REASONS)[number] =>
  GIVEN_UP_REASONS.find((one) => one === reason) ?? 'SETTLED_BY_PAPERS';

const cancelled = <const Reasons extends readonly string[]>(reasons: Reasons) => ({
  payoutId: id('The payment'),
  reason: oneOf('Why', reasons),
  cancelledOn: day('Day on which it was given up'),
});

/** This version of the contract knows two kinds: what is paid apart is told as claims of their own. */
function sourceOf({ kind, id: sourceId }: PayoutSource) {
  return kind === 'CLAIM' || kind === 'SCHOLARSHIP_YEAR'
    ? { sourceKind: kind, sourceId }
    : { sourceKind: 'CLAIM' as const, sourceId, apart: kind };
}

/** What the world outside may know of payments: what is owed, what arrived, what came back. Never an account. */
export const payoutsContracts: ContextContracts = contextContracts(
  'payouts',
  ['payout'],
  [
    contract({
      type: 'lindung.payouts.payout-ordered.v1',
      from: 'PayoutOrdered',
      about: 'A payment became payable.',
      fields: {
        payoutId: id('The payment'),
        participantId: id('The worker whose right it comes from'),
        sourceKind: oneOf('What decided it', ['CLAIM', 'SCHOLARSHIP_YEAR']),
        sourceId: id(
          'The claim or the scholarship; of what is paid apart the invoice, or the payment that came late',
        ),
        apart: optional(
          oneOf(
            'Paid apart from what was claimed: an invoice for care, or what a payment that came late owes',
            ['INVOICE', 'LATENESS'],
          ),
        ),
        payee: code('Kind of payee'),
        facilityId: optional(id('The PLKK that is paid')),
        employerId: optional(id('The employer that is paid')),
        amountIdr: rupiahs('Amount that is paid'),
        grossIdr: optional(rupiahs('Only where arrears were deducted: what was due before that')),
        deductedIdr: optional(rupiahs('The arrears that were deducted from it')),
        orderedOn: day('Day of the order'),
        payBy: optional(day('Last day on which payment is in time')),
        programme: optional(oneOf('Programme; absent of a scholarship, which follows from either', FUNDS)),
        money: optional(
          money(
            'What it is for, before deductions; absent where an earlier release did not record what of it is care',
          ),
        ),
      },
      data: ({ data }: PayoutOrdered) => ({
        ...data,
        ...sourceOf(data.source),
        grossIdr: data.benefitIdr,
        programme: fundOfPayment(data),
        money: moneyOfPayment(data),
        orderedOn: data.effectiveOn,
      }),
    }),
    contract({
      type: 'lindung.payouts.payout-instructed.v1',
      from: 'PayoutInstructed',
      about: 'Finance told the bank to pay.',
      fields: { payoutId: id('The payment'), instructedOn: day('Day') },
      data: ({ data }: PayoutInstructed) => data,
    }),
    contract({
      type: 'lindung.payouts.payout-accepted.v1',
      from: 'PayoutAccepted',
      about: 'The bank took the instruction.',
      fields: { payoutId: id('The payment'), acceptedOn: day('Day') },
      data: ({ data }: PayoutAccepted) => data,
    }),
    contract({
      type: 'lindung.payouts.payout-settled.v1',
      from: 'PayoutSettled',
      about: 'The money arrived.',
      fields: {
        payoutId: id('The payment'),
        amountIdr: rupiahs('Amount'),
        settledOn: day('Day of arrival'),
      },
      data: ({ data }: PayoutSettled) => data,
    }),
    contract({
      type: 'lindung.payouts.payout-returned.v1',
      from: 'PayoutReturned',
      about: 'The bank sent the money back; it is still owed.',
      fields: {
        payoutId: id('The payment'),
        reason: oneOf('Why', RETURN_REASONS),
        returnedOn: day('Day of the return'),
      },
      data: ({ data }: PayoutReturned) => data,
    }),
    contract({
      type: 'lindung.payouts.payout-cancelled.v1',
      from: 'PayoutCancelled',
      about:
        'A payment was given up that nobody can make: it is settled outside, or never. v2 names every reason.',
      fields: cancelled(FORMER_CANCEL_REASONS),
      data: ({ data }: PayoutCancelled) => ({ ...data, reason: formerReason(data.reason) }),
    }),
    contract({
      type: 'lindung.payouts.payout-cancelled.v2',
      from: 'PayoutCancelled',
      about: 'A payment was given up that nobody can, or is to, make. v3 names every reason.',
      fields: cancelled(SECOND_CANCEL_REASONS),
      data: ({ data }: PayoutCancelled) => ({ ...data, reason: secondReason(data.reason) }),
    }),
    contract({
      type: 'lindung.payouts.payout-cancelled.v3',
      from: 'PayoutCancelled',
      about: 'A payment was given up that nobody can, or is to, make. v4 names every reason.',
      fields: cancelled(GIVEN_UP_REASONS),
      data: ({ data }: PayoutCancelled) => ({ ...data, reason: thirdReason(data.reason) }),
    }),
    contract({
      type: 'lindung.payouts.payout-cancelled.v4',
      from: 'PayoutCancelled',
      about: 'A payment was given up that nobody can, or is to, make, or others are paid in its place.',
      fields: cancelled(CANCEL_REASONS),
      data: ({ data }: PayoutCancelled) => data,
    }),
    contract({
      type: 'lindung.payouts.settled-payout-returned.v1',
      from: 'SettledPayoutReturned',
      about: 'Money came back that had arrived: it is paid again, or the payment is given up.',
      fields: {
        payoutId: id('The payment'),
        from: oneOf('Who sent it back: the bank, or whoever was paid', MONEY_BACK_FROM),
        reason: oneOf('Why', MONEY_BACK_REASONS),
        amountIdr: rupiahs('What came back: the whole payment'),
        returnedOn: day('Day on which it came back'),
      },
      data: ({ data }: SettledPayoutReturned) => data,
    }),
    contract({
      type: 'lindung.payouts.payout-part-returned.v1',
      from: 'PayoutPartReturned',
      about:
        'A part of a payment came back that had arrived: the payment stands, and that part is not made again.',
      fields: {
        payoutId: id('The payment'),
        from: oneOf('Who sent it back: the bank, or whoever was paid', MONEY_BACK_FROM),
        amountIdr: rupiahs('What came back: less than the payment'),
        returnedOn: day('Day on which it came back'),
      },
      data: ({ data }: PayoutPartReturned) => data,
    }),
  ],
  {
    PayoutRedirected: 'is told as the payment that is given up, and those that are ordered instead',
    PayeeDied: 'why nothing is paid for now; what becomes of it is told',
    PayeeLives: 'the same: it is paid, and told, as before',
    PaymentNotDue: 'what becomes of it is told: it is given up, or owed back',
    PaymentAskedBack: 'told as the receivable that follows from it',
    NotDuePassedOn: 'the same of what is paid in its place',
    PaymentNotTheirs: 'the same: what is paid in its place is told',
    InstructionNumberTaken: 'numbers among us and the bank; that the bank was told is told',
    BankReferenceTaken: 'numbers among us and the bank; what the bank said is told',
    LateSettlementEntered: 'until a second person confirms it nothing has arrived',
    LateSettlementRefused: 'what was not told does not stand',
    PayoutAccountCorrected: 'an account',
    PayoutAccountConfirmed: 'an account',
    LateCompensationFound: 'nothing of it is ordered before it is approved',
    LateCompensationEndorsed: 'nothing of it is ordered before it is approved',
    LateCompensationApproved: 'what is paid is told as a payment',
    LateCompensationDenied: 'nothing of it is paid',
  },
);
