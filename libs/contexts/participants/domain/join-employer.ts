import { type CommandContext, type LocalDate, type Rupiah, enforce, periodOf } from '#kernel';
import { isBackDated } from '#law';
import type { EmploymentListed, MembershipEvent } from './membership.events.js';
import type { EmploymentsState, MembershipState } from './membership.js';
import { type ParticipantState, living } from './participant.js';
import { JOINING_POLICIES, type JoinedEmployer } from './policies/joining.policies.js';

export interface JoinEmployerInput {
  readonly membershipId: string;
  readonly participantId: string;
  readonly employerId: string;
  readonly wageIdr: Rupiah;
  readonly startedOn: LocalDate;
  /** The decree of a government body that names the worker for a time. */
  readonly decreeId?: string;
}

/** What the decision needs of other streams. */
export interface JoiningFacts {
  readonly participant: ParticipantState;
  readonly employer: JoinedEmployer;
  /** The number of the card that is given out with the first joining. */
  readonly kpj?: string;
}

/**
 * Records that a wage earner works for an employer from a day on (tenaga kerja masuk).
 * @throws Rejection `PARTICIPANT_NOT_FOUND`, `DECEASED`, or the code of the first joining policy that objects
 */
export function joinEmployer(
  { startedOn, ...input }: JoinEmployerInput,
  membership: MembershipState,
  { today, actor }: CommandContext,
  { participant, employer, kpj }: JoiningFacts,
): readonly MembershipEvent[] {
  const { decreeId } = input;
  const grounds = { membership, employer, participant: living(participant), startedOn, decreeId, today };
  enforce(JOINING_POLICIES, grounds);
  const decree = employer.decrees?.find((one) => one.decreeId === decreeId);
  return [
    {
      type: 'WorkerJoined',
      data: {
        ...input,
        programmes: employer.termsOf(periodOf(startedOn)).programmes,
        ...(decree && { termEndsOn: decree.validUntil }),
        ...(isBackDated('MEMBERSHIP', startedOn, today) && { backDatedBy: actor.id }),
        effectiveOn: startedOn,
        ...(kpj && { person: { kpj } }),
      },
    },
  ];
}

/** Lists a membership with its person; one that is listed already stays as it is. */
export function listEmployment(
  { participantId, membershipId, employerId }: JoinEmployerInput,
  { memberships }: EmploymentsState,
  { today }: CommandContext,
): readonly EmploymentListed[] {
  if (memberships.some((listed) => listed.membershipId === membershipId)) return [];
  return [
    { type: 'EmploymentListed', data: { participantId, membershipId, employerId, effectiveOn: today } },
  ];
}
