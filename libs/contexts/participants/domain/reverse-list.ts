import {
  type CommandContext,
  type LocalDate,
  type NoPaymentCorrectionReason,
  type PaymentReversalReason,
  Rejection,
  type Rupiah,
  ZERO_RUPIAH,
  askedByAnother,
  askedByYouOrSupervised,
  derivedId,
  paymentCorrectionRefusals,
  rupiah,
} from '#kernel';
import type { AskedOfList, ReversalOfList } from './money-of-list.js';
import type { ContributionEvent, ContributionPaid } from './contribution.events.js';
import type { PaymentListEvent } from './payment-list.events.js';
import { type FinishedList, type PaymentListState, finishedList } from './payment-list.js';
import { paymentListRefusals } from './payment-list-refusals.js';
import { participantRefusals } from './refusals.js';
import type { ReversalReason } from './reversal.events.js';

interface OfCorrection {
  readonly listId: string;
  readonly correctionId: string;
}

export interface ReverseListInput extends OfCorrection {
  readonly reason: PaymentReversalReason;
  readonly bankReference: string;
}

/**
 * Asks a second person to take the sum of a list back that bounced, was of another payer, or was recorded twice.
 * @throws Rejection `LIST_NOT_FOUND`, `LIST_NOT_FINISHED`, `PAYMENT_NOT_KNOWN`, `PAYMENT_CORRECTION_PENDING`
 */
export function reverseList(
  input: ReverseListInput,
  state: PaymentListState,
  { actor, today }: CommandContext,
): readonly PaymentListEvent[] {
  const { money } = counting(state);
  const pending = money?.asked.find(({ kind }) => kind === 'REVERSAL');
  if (pending) throw new Rejection(paymentCorrectionRefusals.PAYMENT_CORRECTION_PENDING(pending));
  return [
    { type: 'PaymentListReversalRequested', data: { ...input, requesterId: actor.id, effectiveOn: today } },
  ];
}

export interface RefundListInput extends OfCorrection {
  readonly amountIdr: Rupiah;
  readonly bankReference: string;
}

/**
 * Asks a second person to have money paid back: what is left of the sum, or all of it where another payer's was taken back.
 * @throws Rejection `LIST_NOT_FOUND`, `LIST_NOT_FINISHED`, `REFUND_EXCEEDS_CREDIT`
 */
export function refundList(
  input: RefundListInput,
  state: PaymentListState,
  { actor, today }: CommandContext,
): readonly PaymentListEvent[] {
  refuseMoreThanHeld(input.amountIdr, finishedList(state));
  return [
    { type: 'PaymentListRefundRequested', data: { ...input, requesterId: actor.id, effectiveOn: today } },
  ];
}

/** What was asked for of a list. @throws Rejection `LIST_NOT_FOUND`, `PAYMENT_CORRECTION_NOT_FOUND`, `ENTERED_BY_YOU` */
export function askedOfList(
  { correctionId }: OfCorrection,
  state: PaymentListState,
  { actor }: CommandContext,
): AskedOfList {
  const { money } = finishedList(state);
  return askedByAnother(money?.asked ?? [], correctionId, actor, participantRefusals);
}

/** Members whose contribution was taken back with a list. */
export interface ReversedMembers {
  readonly reversed: number;
  readonly reversedIdr: Rupiah;
}

/**
 * Makes what somebody else asked for. Where a sum is taken back this begins it: the contributions of the members are reversed one by one
 * from now on.
 * @throws Rejection as `askedOfList`, `PAYMENT_NOT_KNOWN`, `REFUND_EXCEEDS_CREDIT`
 */
export function confirmListCorrection(
  input: OfCorrection,
  state: PaymentListState,
  context: CommandContext,
): readonly PaymentListEvent[] {
  const { listId, correctionId } = input;
  const asked = askedOfList(input, state, context);
  const made = { listId, confirmerId: context.actor.id, effectiveOn: context.today };
  if (asked.kind === 'REVERSAL') {
    if (counting(state).money?.begun) return [];
    return [{ type: 'PaymentListReversalBegun', data: { ...made, correctionId } }];
  }
  const { kind: _kind, ...refund } = asked;
  refuseMoreThanHeld(refund.amountIdr, finishedList(state));
  return [{ type: 'PaymentListRefunded', data: { ...refund, ...made } }];
}

/** A reversal that is under way: what was asked for, and by whom it was confirmed. */
export interface ReversalUnderWay {
  readonly asked: ReversalOfList;
  readonly confirmerId: string;
  readonly effectiveOn: LocalDate;
}

/** The reversal of a list that was begun and has not ended. */
export function reversalUnderWay(state: PaymentListState): ReversalUnderWay | undefined {
  if (state.situation !== 'COMPLETED' || !state.money?.begun) return undefined;
  const { correctionId, confirmerId, effectiveOn } = state.money.begun;
  const asked = state.money.asked.find((one) => one.correctionId === correctionId);
  return asked?.kind === 'REVERSAL' ? { asked, confirmerId, effectiveOn } : undefined;
}

/** Ends a reversal, once the contributions of the members were reversed; nothing where none is under way. */
export function finishListReversal(
  { listId }: Pick<OfCorrection, 'listId'>,
  state: PaymentListState,
  _context: CommandContext,
  members: ReversedMembers,
): readonly PaymentListEvent[] {
  const underWay = reversalUnderWay(state);
  if (!underWay) return [];
  const { asked, ...confirmed } = underWay;
  const { kind: _kind, ...reversal } = asked;
  return [{ type: 'PaymentListReversed', data: { ...reversal, listId, ...confirmed, ...members } }];
}

/**
 * Leaves everything as it was.
 * @throws Rejection `LIST_NOT_FOUND`, `PAYMENT_CORRECTION_NOT_FOUND`, `PAYMENT_CORRECTION_OF_ANOTHER`, `REVERSAL_UNDER_WAY`
 */
export function refuseListCorrection(
  { listId, correctionId, reason }: OfCorrection & { readonly reason: NoPaymentCorrectionReason },
  state: PaymentListState,
  { actor, today }: CommandContext,
): readonly PaymentListEvent[] {
  const { asked = [], begun } = finishedList(state).money ?? {};
  askedByYouOrSupervised(asked, correctionId, actor);
  if (begun?.correctionId === correctionId) throw new Rejection(paymentListRefusals.REVERSAL_UNDER_WAY());
  return [
    {
      type: 'PaymentListCorrectionRefused',
      data: { listId, correctionId, deciderId: actor.id, reason, effectiveOn: today },
    },
  ];
}

/** What it means for one member: no money came for them, it was somebody else's, or it had come before. */
const OF_A_MEMBER: Readonly<Record<PaymentReversalReason, ReversalReason>> = {
  BOUNCED: 'BOUNCED',
  WRONG_PAYER: 'WRONG_PERSON',
  PAID_TWICE: 'WRONG_MONTH',
};

/**
 * By what it is known that the contribution of a member was taken back with a list: a list is taken back once, whatever was asked for
 * before and left.
 */
export const memberReversalIdOf = (listId: string, participantId: string): string =>
  derivedId(listId, participantId, 'reversal');

/** Takes the contribution of one member back, with the list by which it was paid. */
export function reverseOfMember(
  listId: string,
  { asked: { reason, bankReference, requesterId }, confirmerId, effectiveOn }: ReversalUnderWay,
  { participantId, period, receipt, months, amountIdr, segment, paidOn }: ContributionPaid['data'],
): readonly ContributionEvent[] {
  const requested = {
    participantId,
    correctionId: memberReversalIdOf(listId, participantId),
    period,
    receipt,
    months,
    amountIdr,
    reason: OF_A_MEMBER[reason],
    bankReference,
    requesterId,
    effectiveOn,
  };
  return [
    { type: 'ContributionReversalRequested', data: requested },
    { type: 'ContributionReversed', data: { ...requested, segment, paidOn, confirmerId } },
  ];
}

/** A list whose sum counts. */
function counting(state: PaymentListState): FinishedList {
  const list = finishedList(state);
  if (list.money?.reversal !== undefined) throw new Rejection(paymentCorrectionRefusals.PAYMENT_NOT_KNOWN());
  return list;
}

/** What bounced is not there; what was recorded twice came once. */
function refuseMoreThanHeld(amountIdr: Rupiah, { money, terms, report }: FinishedList): void {
  const { reversal, refundedIdr = ZERO_RUPIAH } = money ?? {};
  const heldIdr =
    reversal === undefined ? report.remainderIdr : reversal === 'WRONG_PAYER' ? terms.amountIdr : ZERO_RUPIAH;
  const creditIdr = rupiah(Math.max(0, heldIdr - refundedIdr));
  if (amountIdr > creditIdr) {
    throw new Rejection(paymentCorrectionRefusals.REFUND_EXCEEDS_CREDIT({ creditIdr }));
  }
}
