import { type CommandContext, type Period, Rejection } from '#kernel';
import type { NoCorrectionReason } from './correction.events.js';
import { requireAnotherPerson, requireOwnOrSupervisor } from './decide-correction.js';
import type { ContributionEvent } from './contribution.events.js';
import { type ParticipantState, recordOf } from './participant.js';
import { type PaymentsState, paymentOf } from './payments.js';
import { correctionRefusals } from './correction-refusals.js';
import { contributionRefusals } from './contribution.refusals.js';
import type { ReversalReason } from './reversal.events.js';

export interface RequestReversalInput {
  readonly participantId: string;
  readonly correctionId: string;
  readonly period: Period;
  readonly receipt: string;
  readonly reason: ReversalReason;
  readonly bankReference: string;
}

/** Whose payments they are. */
export interface ReversalFacts {
  readonly participant: ParticipantState;
}

/**
 * Asks a second person to take a payment back that was none for these months of this person (pembatalan iuran).
 * @throws Rejection `PARTICIPANT_NOT_FOUND`, `PERSONAL_DATA_ERASED`, `PAYMENT_NOT_FOUND`, `PAYMENT_WAS_SET_OFF`,
 *   `CORRECTION_PENDING`
 */
export function requestReversal(
  input: RequestReversalInput,
  state: PaymentsState,
  { actor, today }: CommandContext,
  { participant }: ReversalFacts,
): readonly ContributionEvent[] {
  refuseErased(participant);
  const payment = paymentOf(state, input);
  if (!payment) throw new Rejection(contributionRefusals.PAYMENT_NOT_FOUND());
  if (payment.setOffClaimId) throw new Rejection(contributionRefusals.PAYMENT_WAS_SET_OFF());
  const pending = state.pending.find((one) => paymentOf(state, one) === payment);
  if (pending) throw new Rejection(correctionRefusals.CORRECTION_PENDING(pending));
  const { months, amountIdr } = payment;
  return [
    {
      type: 'ContributionReversalRequested',
      data: { ...input, months, amountIdr, requesterId: actor.id, effectiveOn: today },
    },
  ];
}

export interface ConfirmReversalInput {
  readonly participantId: string;
  readonly correctionId: string;
}

/**
 * Takes the payment back that somebody else asked to take back.
 * @throws Rejection `PARTICIPANT_NOT_FOUND`, `PERSONAL_DATA_ERASED`, `CORRECTION_NOT_FOUND`, `ENTERED_BY_YOU`
 */
export function confirmReversal(
  { correctionId }: ConfirmReversalInput,
  state: PaymentsState,
  { actor, today }: CommandContext,
  { participant }: ReversalFacts,
): readonly ContributionEvent[] {
  refuseErased(participant);
  const asked = requestOf(state, correctionId);
  requireAnotherPerson(asked, actor);
  const payment = paymentOf(state, asked);
  if (!payment) throw new Rejection(contributionRefusals.PAYMENT_NOT_FOUND());
  const { segment, paidOn } = payment;
  return [
    {
      type: 'ContributionReversed',
      data: { ...asked, segment, paidOn, confirmerId: actor.id, effectiveOn: today },
    },
  ];
}

export interface RefuseReversalInput extends ConfirmReversalInput {
  readonly reason: NoCorrectionReason;
}

/**
 * Lets the payment count on.
 * @throws Rejection `CORRECTION_NOT_FOUND`, `CORRECTION_OF_ANOTHER`
 */
export function refuseReversal(
  { participantId, correctionId, reason }: RefuseReversalInput,
  state: PaymentsState,
  { actor, today }: CommandContext,
): readonly ContributionEvent[] {
  requireOwnOrSupervisor(requestOf(state, correctionId), actor);
  return [
    {
      type: 'ContributionReversalRefused',
      data: { participantId, correctionId, deciderId: actor.id, reason, effectiveOn: today },
    },
  ];
}

function refuseErased(participant: ParticipantState): void {
  if (recordOf(participant).erased) throw new Rejection(correctionRefusals.PERSONAL_DATA_ERASED());
}

function requestOf({ pending }: PaymentsState, correctionId: string) {
  const asked = pending.find((one) => one.correctionId === correctionId);
  if (!asked) throw new Rejection(correctionRefusals.CORRECTION_NOT_FOUND());
  return asked;
}
