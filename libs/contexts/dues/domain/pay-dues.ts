import { type CommandContext, type LocalDate, Rejection, type Rupiah, requireSecondPerson } from '#kernel';
import { isBackDated } from '#law';
import type { DuesEvent } from './dues.events.js';
import { type DuesState, dues, settlements } from './dues.js';
import { type DuesYears, closingOfDues } from './dues-years.js';
import { duesRefusals } from './refusals.js';

export interface PayDuesInput {
  readonly employerId: string;
  readonly paymentId: string;
  readonly amountIdr: Rupiah;
  readonly bankReference: string;
  readonly paidOn: LocalDate;
}

/** What the decision needs of the employer. */
export interface PayingEmployer {
  readonly startedOn: LocalDate;
}

/**
 * Records what an employer paid, in one sum. It pays whole months with their fines, oldest first; what is left is kept as credit
 * and pays with what comes next. Before it stands the closing of the years that are over.
 * @throws Rejection `PAID_IN_FUTURE`, `PAID_BEFORE_EMPLOYER`, `BANK_REFERENCE_KNOWN`
 */
export function payDues(
  { paidOn, ...payment }: PayDuesInput,
  state: DuesYears,
  { today, actor }: CommandContext,
  { startedOn }: PayingEmployer,
): readonly DuesEvent[] {
  if (paidOn > today) throw new Rejection(duesRefusals.PAID_IN_FUTURE({ today }));
  if (paidOn < startedOn) throw new Rejection(duesRefusals.PAID_BEFORE_EMPLOYER({ startedOn }));
  if (state.bankReferences.includes(payment.bankReference)) {
    throw new Rejection(duesRefusals.BANK_REFERENCE_KNOWN());
  }
  const late = isBackDated('DUES', paidOn, today) && { backDatedBy: actor.id };
  const paid: DuesEvent = { type: 'DuesPaid', data: { ...payment, ...late, effectiveOn: paidOn } };
  return [
    ...closingOfDues(payment.employerId, state, today),
    paid,
    ...settlements(payment.employerId, dues.evolve(state, paid), paidOn),
  ];
}

/**
 * Confirms payments that others entered long after the money came.
 * @throws Rejection `NOTHING_BACK_DATED`, `ENTERED_BY_YOU`
 */
export function confirmDues(
  { employerId }: { readonly employerId: string },
  { backDatedBy }: DuesState,
  { today, actor }: CommandContext,
): readonly DuesEvent[] {
  requireSecondPerson(backDatedBy, actor, duesRefusals);
  return [
    { type: 'BackDatedDuesConfirmed', data: { employerId, confirmerId: actor.id, effectiveOn: today } },
  ];
}
