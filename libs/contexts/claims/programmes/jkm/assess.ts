import type { EmploymentFacts } from '#contexts/dues/facts';
import { type LocalDate, Rejection, rupiah } from '#kernel';
import {
  type BenefitComponent,
  type Calculation,
  type CoverageStatus,
  type JkmInput,
  calculateJkm,
  jkmEntitlesToScholarship,
  monthsThatCount,
} from '#law';
import type { OwedByEmployer } from '../../domain/claim.events.js';
import type { AssessableClaim, Assessed } from '../../domain/programme.js';
import { owedBy } from '../owed.js';
import type { ParticipantForClaim } from '../participant.js';
import { requireConfirmedPlacement } from '../project.js';
import { membershipOf } from '../work.js';
import { type JkmFacts, isRevoked } from './facts.js';
import { jkmRefusals } from './refusals.js';

/**
 * For the day that is recorded now: it may have been corrected since the claim was handed in.
 * @throws Rejection `DEATH_REVOKED`, `PLACEMENT_UNCONFIRMED`; `DEATH_CLAIMED_UNDER_OTHER_ID` while the other claim goes first, and
 *   `DEATH_PAID_AS_JKK` where JKK has paid, and this one pays nothing yet
 */
export function assessJkm(claim: AssessableClaim, facts: JkmFacts): Assessed {
  const { participant, claimedUnderOther: other } = facts;
  const { diedOn } = participant;
  if (isRevoked(facts) || diedOn === undefined) throw new Rejection(jkmRefusals.DEATH_REVOKED());
  requireConfirmedPlacement(participant);
  if (other?.goesFirst && claim.situation !== 'APPROVED') {
    throw new Rejection(jkmRefusals.DEATH_CLAIMED_UNDER_OTHER_ID(other));
  }
  // What the law refuses anyway is denied for that.
  if (facts.paidAsJkk && claim.situation !== 'APPROVED' && !participant.diedOfAccidentId) {
    throw new Rejection(jkmRefusals.DEATH_PAID_AS_JKK(facts.paidAsJkk));
  }
  const { employments } = participant;
  const inputs = inputsOf(participant, diedOn);
  const calculation = calculateJkm(inputs);
  const entitled = !calculation.decision && jkmEntitlesToScholarship(inputs);
  return {
    inputs,
    calculation,
    entitledChildren: entitled ? participant.children : [],
    ...(entitled && { givesScholarship: true }),
    ...(diedOn !== claim.eventDate && { eventDate: diedOn }),
    ...(participant.project && {
      employers: [{ employerId: participant.project.projectId, eventOn: diedOn, restsOnWage: false }],
    }),
    ...(employments && {
      owedByEmployer: owedForDeath(inputs, calculation, employments),
      employers: employments.map(({ employerId }) => ({
        employerId,
        eventOn: diedOn,
        restsOnWage: false,
      })),
    }),
  };
}

/** Whether the law gives children a scholarship by this death, whatever it says of the benefit. */
export const entitlesChildren = ({ participant }: JkmFacts): boolean =>
  participant.diedOn !== undefined && jkmEntitlesToScholarship(inputsOf(participant, participant.diedOn));

const inputsOf = (participant: ParticipantForClaim, deathDate: LocalDate): JkmInput => ({
  segment: participant.segment,
  deathDate,
  totalPaidMonths: monthsThatCount(participant.coverageAtEvent.totalPaidMonths),
  ...membershipAtDeath(participant),
  ...(participant.diedOfAccidentId && { workAccident: true }),
});

/** What the law asks of the membership on the day of death. A project is paid for as a whole, and counts no months. */
function membershipAtDeath({
  coverageAtEvent,
  employments,
  project,
}: ParticipantForClaim): Partial<JkmInput> {
  if (employments) return ofWork(employments);
  const { status: coverage, paidThrough, membershipStart, consecutivePaidMonths } = coverageAtEvent;
  if (project) return { coverage };
  return {
    coverage,
    lastPaidPeriod: paidThrough,
    membershipStart,
    consecutivePaidMonths: monthsThatCount(consecutivePaidMonths),
  };
}

const isCovered = ({ cover }: EmploymentFacts): boolean => cover.status === 'ACTIVE';

/** What the law asks of a wage earner: every employer counts for whom BPJS stands. */
function ofWork(employments: readonly EmploymentFacts[]): Partial<JkmInput> {
  const [decides] = employments;
  const covered = employments.filter(isCovered).length;
  return {
    ...(decides ? membershipOf(decides) : { coverage: 'NEVER' as const }),
    ...(covered > 1 && { employers: covered }),
  };
}

/**
 * What is owed by the employer by which the claim is decided, where it pays in place of BPJS; and by every other for whom BPJS does
 * not stand, what one employer more would have given. A death that JKK pays for is owed by none of them here.
 */
function owedForDeath(
  inputs: JkmInput,
  calculation: Calculation,
  [decides, ...others]: readonly EmploymentFacts[],
): readonly OwedByEmployer[] {
  if (!decides || inputs.workAccident) return [];
  const { employers = 1 } = inputs;
  const given = (count: number) =>
    calculateJkm({ ...inputs, coverage: 'ACTIVE', employerArrearsMonths: 0, employers: count }).components;
  const before = given(employers);
  const more = given(employers + 1).map((component, at) => ({
    ...pick(component),
    amountIdr: rupiah(component.amountIdr - (before[at]?.amountIdr ?? 0)),
  }));
  return [
    ...owedBy(decides.employerId, calculation),
    ...others
      .filter(isLiable)
      .flatMap(({ employerId, cover }) =>
        more
          .filter(({ amountIdr }) => amountIdr > 0)
          .map((one) => ({ employerId, ...one, ...groundOf(cover.status) })),
      ),
  ];
}

const pick = ({ code, law, article }: BenefitComponent) => ({ code, law, article });

/** One whose work had ended owes nothing. */
const isLiable = (employment: EmploymentFacts): boolean =>
  !isCovered(employment) && employment.cover.reason !== 'ENDED' && employment.cover.reason !== 'NOT_STARTED';

const groundOf = (status: CoverageStatus): Pick<OwedByEmployer, 'ground' | 'reimbursable'> =>
  status === 'NEVER'
    ? { ground: 'NEVER_REGISTERED', reimbursable: false }
    : { ground: 'ARREARS_OVER_3M', reimbursable: true };
