import {
  type AuthorityGrounds,
  type CommandContext,
  Rejection,
  authorityNeeded,
  authorityPolicies,
  authorityUsed,
  enforce,
  isEnough,
} from '#kernel';
import { lateCashOf } from './late-cash.js';
import { type Lateness, cameLate, owedForDelay } from './lateness.js';
import type {
  CompensationDenial,
  LateCompensationApproved,
  LateCompensationFound,
} from './lateness.events.js';
import type { PayoutEvent, PayoutOrdered } from './payout.events.js';
import { latenessRefusals } from './lateness.refusals.js';

export interface ApproveCompensationInput {
  readonly payoutId: string;
}

export interface DenyCompensationInput extends ApproveCompensationInput {
  readonly reason: CompensationDenial;
  /** Number of the paper that shows why. */
  readonly reference: string;
}

/** The component that it is paid as, by the programme of what came late. @throws Error where a delay owes nothing */
function componentOf(order: PayoutOrdered['data']): string {
  const cash = lateCashOf(order);
  if (!cash) throw new Error('A delay owes something, and nobody knows for what');
  return `${cash.program}_LATE_COMPENSATION`;
}

/** To whom it is paid, for which claim and as what, by how the late payment was ordered. */
const paidAs = (
  order: PayoutOrdered['data'],
): Pick<LateCompensationApproved['data'], 'payee' | 'heirId' | 'claimId' | 'componentCodes'> => ({
  payee: order.payee,
  ...(order.heirId && { heirId: order.heirId }),
  ...(order.source.kind === 'CLAIM' && { claimId: order.source.id }),
  componentCodes: [componentOf(order)],
});

/**
 * Approves what a payment that came late owes its payee (persetujuan ganti rugi), once: it is ordered as a payment of its own, to the
 * account where the late one arrived. The sum follows from the law, of what of it is due by now; whoever told the bank so late does not approve it. What is above a
 * regional head takes two persons: the first only endorses it.
 * @throws Rejection `NO_LATE_COMPENSATION`, `LATE_COMPENSATION_DECIDED`, `INSTRUCTOR_CANNOT_COMPENSATE`,
 *   `LATE_PAYMENT_NOT_OWED`, `BEYOND_AUTHORITY`, `ENDORSED_BY_YOU`, `ACCOUNT_OF_LATE_PAYMENT_ERASED`
 */
export function approveCompensation(
  { payoutId }: ApproveCompensationInput,
  state: Lateness,
  { today, actor }: CommandContext,
): readonly PayoutEvent[] {
  const found = undecided(state, actor.id);
  const { participantId } = found;
  const { order, account } = state;
  const amountIdr = owedForDelay(found, cameLate(state));
  if (amountIdr === 0) throw new Rejection(latenessRefusals.LATE_PAYMENT_NOT_OWED());
  const grounds: AuthorityGrounds = {
    decider: actor,
    needed: authorityNeeded('CASH', amountIdr, today),
    ...(state.endorsedBy && { endorsedBy: state.endorsedBy }),
  };
  enforce(authorityPolicies(latenessRefusals), grounds);
  if (!order || !account) throw new Rejection(latenessRefusals.ACCOUNT_OF_LATE_PAYMENT_ERASED());
  if (!isEnough(grounds)) {
    const { level } = grounds.needed;
    const data = { payoutId, participantId, endorserId: actor.id, amountIdr, level, effectiveOn: today };
    return [{ type: 'LateCompensationEndorsed', data }];
  }
  return [
    {
      type: 'LateCompensationApproved',
      data: {
        payoutId,
        participantId,
        ...paidAs(order),
        amountIdr,
        approverId: actor.id,
        authority: authorityUsed(grounds),
        effectiveOn: today,
        person: { account },
      },
    },
  ];
}

/**
 * Decides that it is not paid (penolakan ganti rugi): the payee was the reason for the delay; what came late was given back and is owed
 * to nobody; or, of somebody who was erased, it was settled by the papers, or nobody claims it.
 * @throws Rejection `NO_LATE_COMPENSATION`, `LATE_COMPENSATION_DECIDED`, `INSTRUCTOR_CANNOT_COMPENSATE`, `LATE_PAYMENT_STANDS`,
 *   `PAYEE_IS_KNOWN`
 */
export function denyCompensation(
  { payoutId, reason, reference }: DenyCompensationInput,
  state: Lateness,
  { today, actor }: CommandContext,
): readonly PayoutEvent[] {
  const found = undecided(state, actor.id);
  const { participantId } = found;
  if (reason === 'PAYMENT_NOT_OWED') {
    if (owedForDelay(found, cameLate(state)) > 0) throw new Rejection(latenessRefusals.LATE_PAYMENT_STANDS());
  } else if (reason !== 'DELAY_OF_PAYEE' && state.account)
    throw new Rejection(latenessRefusals.PAYEE_IS_KNOWN());
  const data = { payoutId, participantId, reason, reference, deciderId: actor.id, effectiveOn: today };
  return [{ type: 'LateCompensationDenied', data }];
}

/** What was found and waits, for another person than whoever told the bank, to approve or to deny it. @throws Rejection `NO_LATE_COMPENSATION`, `LATE_COMPENSATION_DECIDED`, `INSTRUCTOR_CANNOT_COMPENSATE` */
function undecided({ found, decided, instructorId }: Lateness, by: string): LateCompensationFound['data'] {
  if (!found) throw new Rejection(latenessRefusals.NO_LATE_COMPENSATION());
  if (decided) throw new Rejection(latenessRefusals.LATE_COMPENSATION_DECIDED({ decided }));
  if (instructorId === by) throw new Rejection(latenessRefusals.INSTRUCTOR_CANNOT_COMPENSATE());
  return found;
}
