import { type CommandContext, type LocalDate, Rejection, type Rupiah, requireSecondPerson } from '#kernel';
import { isBackDated } from '#law';
import type { ProjectEvent } from './project.events.js';
import { type ProjectState, enteredLateBy, known } from './project.js';
import { projectRefusals } from './refusals.js';

export interface PayProjectInput {
  readonly projectId: string;
  readonly paymentId: string;
  readonly amountIdr: Rupiah;
  readonly bankReference: string;
  readonly paidOn: LocalDate;
}

/**
 * Records money for the contributions of a project (penerimaan iuran proyek). What is more than due is kept for an addendum.
 * @throws Rejection `PROJECT_NOT_FOUND`, `PROJECT_PAID_IN_FUTURE`, `PROJECT_PAID_BEFORE_CONTRACT`, `PROJECT_PAYMENT_KNOWN`
 */
export function payProject(
  { paidOn, ...payment }: PayProjectInput,
  state: ProjectState,
  { today, actor }: CommandContext,
): readonly ProjectEvent[] {
  const { contractedOn, payments } = known(state);
  if (paidOn > today) throw new Rejection(projectRefusals.PROJECT_PAID_IN_FUTURE({ today }));
  if (paidOn < contractedOn) {
    throw new Rejection(projectRefusals.PROJECT_PAID_BEFORE_CONTRACT({ contractedOn }));
  }
  if (payments.some(({ bankReference }) => bankReference === payment.bankReference)) {
    throw new Rejection(projectRefusals.PROJECT_PAYMENT_KNOWN());
  }
  const late = isBackDated('PROJECT_PAYMENT', paidOn, today) && { backDatedBy: actor.id };
  return [{ type: 'ProjectContributionsPaid', data: { ...payment, ...late, effectiveOn: paidOn } }];
}

/**
 * Confirms what others entered late about a project.
 * @throws Rejection `PROJECT_NOT_FOUND`, `NOTHING_BACK_DATED`, `ENTERED_BY_YOU`
 */
export function confirmProjectEntries(
  { projectId }: { readonly projectId: string },
  state: ProjectState,
  { today, actor }: CommandContext,
): readonly ProjectEvent[] {
  requireSecondPerson(enteredLateBy(known(state)), actor, projectRefusals);
  return [
    {
      type: 'BackDatedProjectEntriesConfirmed',
      data: { projectId, confirmerId: actor.id, effectiveOn: today },
    },
  ];
}
