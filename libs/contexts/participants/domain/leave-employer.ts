import { type CommandContext, type LocalDate, Rejection, requireSecondPerson } from '#kernel';
import { isBackDated } from '#law';
import type { LeavingReason, MembershipEvent } from './membership.events.js';
import {
  type Membership,
  type MembershipState,
  knownMembership,
  lastSpell,
  membershipEnteredLateBy,
} from './membership.js';
import { membershipRefusals } from './membership.refusals.js';
import { participantRefusals } from './refusals.js';

export interface LeaveEmployerInput {
  readonly membershipId: string;
  readonly reason: LeavingReason;
  readonly lastDay: LocalDate;
}

/** Which membership an event is about. */
export const ofMembership = ({ membershipId, participantId, employerId }: Membership) => ({
  membershipId,
  participantId,
  employerId,
});

/**
 * Records that a wage earner works there no more after a day (tenaga kerja keluar).
 * @throws Rejection `MEMBERSHIP_NOT_FOUND`, `NOT_EMPLOYED`, `WORK_IN_FUTURE`, `LEAVES_BEFORE_JOINING`
 */
export function leaveEmployer(
  { reason, lastDay }: LeaveEmployerInput,
  state: MembershipState,
  { today, actor }: CommandContext,
): readonly MembershipEvent[] {
  const membership = knownMembership(state);
  const { started, ended } = lastSpell(membership);
  if (ended) throw new Rejection(membershipRefusals.NOT_EMPLOYED({ lastDay: ended.on }));
  if (lastDay > today) throw new Rejection(membershipRefusals.WORK_IN_FUTURE({ today }));
  if (lastDay < started.on) {
    throw new Rejection(membershipRefusals.LEAVES_BEFORE_JOINING({ startedOn: started.on }));
  }
  const late = isBackDated('MEMBERSHIP', lastDay, today) && { backDatedBy: actor.id };
  return [
    { type: 'WorkerLeft', data: { ...ofMembership(membership), reason, ...late, effectiveOn: lastDay } },
  ];
}

/** Takes back a leaving that was a mistake. @throws Rejection `MEMBERSHIP_NOT_FOUND`, `NOT_LEFT` */
export function undoLeaving(
  _input: { readonly membershipId: string },
  state: MembershipState,
  { today }: CommandContext,
): readonly MembershipEvent[] {
  const membership = knownMembership(state);
  if (membership.situation !== 'LEFT') throw new Rejection(membershipRefusals.NOT_LEFT());
  return [{ type: 'WorkerLeaveUndone', data: { ...ofMembership(membership), effectiveOn: today } }];
}

/**
 * Confirms a first or a last day of work that others entered late.
 * @throws Rejection `MEMBERSHIP_NOT_FOUND`, `NOTHING_BACK_DATED`, `ENTERED_BY_YOU`
 */
export function confirmMembership(
  _input: { readonly membershipId: string },
  state: MembershipState,
  { today, actor }: CommandContext,
): readonly MembershipEvent[] {
  const membership = knownMembership(state);
  requireSecondPerson(membershipEnteredLateBy(membership), actor, participantRefusals);
  return [
    {
      type: 'BackDatedMembershipConfirmed',
      data: { ...ofMembership(membership), confirmerId: actor.id, effectiveOn: today },
    },
  ];
}
