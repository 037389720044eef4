import { type CommandContext, Rejection, addDays } from '#kernel';
import { isBackDated } from '#law';
import { ofMembership } from './leave-employer.js';
import type { MembershipEvent } from './membership.events.js';
import { type MembershipState, knownMembership, lastSpell } from './membership.js';
import { membershipRefusals } from './membership.refusals.js';
import type { JoinedEmployer } from './policies/joining.policies.js';

export interface ProlongTermInput {
  readonly membershipId: string;
  readonly decreeId: string;
}

/**
 * Records that another decree names a worker for another time, without a gap (perpanjangan masa jabatan).
 * @throws Rejection `MEMBERSHIP_NOT_FOUND`, `NOT_EMPLOYED`, `NO_TERM`, `DECREE_NOT_FOUND`, `DECREE_UNCONFIRMED`, `TERM_NOT_PROLONGED`, `PROLONGED_TOO_LATE`
 */
export function prolongTerm(
  { decreeId }: ProlongTermInput,
  state: MembershipState,
  { today }: CommandContext,
  { decrees = [] }: Pick<JoinedEmployer, 'decrees'>,
): readonly MembershipEvent[] {
  const membership = knownMembership(state);
  const { ended, termEndsOn } = lastSpell(membership);
  if (ended) throw new Rejection(membershipRefusals.NOT_EMPLOYED({ lastDay: ended.on }));
  if (termEndsOn === undefined) throw new Rejection(membershipRefusals.NO_TERM());
  const decree = decrees.find((one) => one.decreeId === decreeId);
  if (!decree) throw new Rejection(membershipRefusals.DECREE_NOT_FOUND());
  if (decree.backDatedBy !== undefined) throw new Rejection(membershipRefusals.DECREE_UNCONFIRMED());
  const next = addDays(termEndsOn, 1);
  if (decree.validFrom > next || decree.validUntil <= termEndsOn) {
    throw new Rejection(membershipRefusals.TERM_NOT_PROLONGED({ termEndsOn }));
  }
  if (isBackDated('MEMBERSHIP', next, today)) {
    throw new Rejection(membershipRefusals.PROLONGED_TOO_LATE({ termEndsOn }));
  }
  return [
    {
      type: 'TermProlonged',
      data: {
        ...ofMembership(membership),
        decreeId,
        termEndsOn: decree.validUntil,
        effectiveOn: next,
      },
    },
  ];
}
