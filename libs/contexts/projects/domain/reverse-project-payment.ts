import {
  type CommandContext,
  type NoPaymentCorrectionReason,
  type PaymentReversalReason,
  Rejection,
  type Rupiah,
  askedByAnother,
  askedByYouOrSupervised,
  paymentCorrectionRefusals,
  rupiah,
} from '#kernel';
import type { ProjectEvent } from './project.events.js';
import { type AskedOfProject, type ProjectState, type Registered, known, owedOf } from './project.js';
import { projectRefusals } from './refusals.js';

interface OfCorrection {
  readonly projectId: string;
  readonly correctionId: string;
}

export interface ReverseProjectPaymentInput extends OfCorrection {
  readonly paymentId: string;
  readonly reason: PaymentReversalReason;
  readonly bankReference: string;
}

/**
 * Asks a second person to take a payment back that bounced, was of somebody else, or was recorded twice.
 * @throws Rejection `PROJECT_NOT_FOUND`, `PAYMENT_NOT_KNOWN`, `PAYMENT_CORRECTION_PENDING`
 */
export function reverseProjectPayment(
  input: ReverseProjectPaymentInput,
  state: ProjectState,
  { actor, today }: CommandContext,
): readonly ProjectEvent[] {
  const project = known(state);
  const { amountIdr } = paymentOf(project, input.paymentId);
  refusePending(project, 'REVERSAL', input.paymentId);
  return [
    {
      type: 'ProjectReversalRequested',
      data: { ...input, amountIdr, requesterId: actor.id, effectiveOn: today },
    },
  ];
}

export interface RefundProjectInput extends OfCorrection {
  /** A payment of another payer that was taken back; left out where more came than is due. */
  readonly paymentId?: string;
  readonly amountIdr: Rupiah;
  readonly bankReference: string;
}

/**
 * Asks a second person to have money paid back.
 * @throws Rejection `PROJECT_NOT_FOUND`, `PAYMENT_NOT_KNOWN`, `REFUND_EXCEEDS_CREDIT`, `PAYMENT_CORRECTION_PENDING`
 */
export function refundProject(
  input: RefundProjectInput,
  state: ProjectState,
  { actor, today }: CommandContext,
): readonly ProjectEvent[] {
  const project = known(state);
  refuseMoreThanHeld(input, project);
  if (input.paymentId !== undefined) refusePending(project, 'REFUND', input.paymentId);
  return [{ type: 'ProjectRefundRequested', data: { ...input, requesterId: actor.id, effectiveOn: today } }];
}

/**
 * Makes what somebody else asked for; what is owed, and the cover of the workers, follow.
 * @throws Rejection `PROJECT_NOT_FOUND`, `PAYMENT_CORRECTION_NOT_FOUND`, `ENTERED_BY_YOU`, `PAYMENT_NOT_KNOWN`, `REFUND_EXCEEDS_CREDIT`
 */
export function confirmProjectCorrection(
  { projectId, correctionId }: OfCorrection,
  state: ProjectState,
  { actor, today }: CommandContext,
): readonly ProjectEvent[] {
  const project = known(state);
  const asked = askedByAnother(project.asked ?? [], correctionId, actor, projectRefusals);
  const made = { projectId, confirmerId: actor.id, effectiveOn: today };
  if (asked.kind === 'REVERSAL') {
    const { kind: _kind, ...reversal } = asked;
    paymentOf(project, reversal.paymentId);
    return [{ type: 'ProjectPaymentReversed', data: { ...reversal, ...made } }];
  }
  const { kind: _kind, ...refund } = asked;
  refuseMoreThanHeld(refund, project);
  return [{ type: 'ProjectRefunded', data: { ...refund, ...made } }];
}

/**
 * Leaves everything as it was.
 * @throws Rejection `PROJECT_NOT_FOUND`, `PAYMENT_CORRECTION_NOT_FOUND`, `PAYMENT_CORRECTION_OF_ANOTHER`
 */
export function refuseProjectCorrection(
  { projectId, correctionId, reason }: OfCorrection & { readonly reason: NoPaymentCorrectionReason },
  state: ProjectState,
  { actor, today }: CommandContext,
): readonly ProjectEvent[] {
  askedByYouOrSupervised(known(state).asked ?? [], correctionId, actor);
  return [
    {
      type: 'ProjectCorrectionRefused',
      data: { projectId, correctionId, deciderId: actor.id, reason, effectiveOn: today },
    },
  ];
}

function paymentOf({ payments }: Registered, paymentId: string) {
  const payment = payments.find((one) => one.paymentId === paymentId);
  if (!payment) throw new Rejection(paymentCorrectionRefusals.PAYMENT_NOT_KNOWN());
  return payment;
}

function refusePending({ asked = [] }: Registered, kind: AskedOfProject['kind'], paymentId: string): void {
  const same = asked.find((one) => one.kind === kind && one.paymentId === paymentId);
  if (same) throw new Rejection(paymentCorrectionRefusals.PAYMENT_CORRECTION_PENDING(same));
}

/**
 * A payment of another payer is paid back whole; else no more than came beyond what is due. What was entered late counts once a second
 * person has confirmed it, as for the cover of the workers.
 */
function refuseMoreThanHeld(
  { paymentId, amountIdr }: Pick<RefundProjectInput, 'paymentId' | 'amountIdr'>,
  project: Registered,
): void {
  const held = project.held?.find((one) => one.paymentId === paymentId);
  if (paymentId !== undefined && !held) throw new Rejection(paymentCorrectionRefusals.PAYMENT_NOT_KNOWN());
  const payments = project.payments.filter(({ backDatedBy }) => backDatedBy === undefined);
  const creditIdr = held?.amountIdr ?? rupiah(Math.max(0, -owedOf({ ...project, payments })));
  if (held ? amountIdr !== creditIdr : amountIdr > creditIdr) {
    throw new Rejection(paymentCorrectionRefusals.REFUND_EXCEEDS_CREDIT({ creditIdr }));
  }
}
