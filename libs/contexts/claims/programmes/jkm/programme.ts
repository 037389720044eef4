import type { EmploymentFacts } from '#contexts/dues/facts';
import { idsOfPerson } from '#contexts/participants/facts';
import { type Policy, type Reading, Rejection, conflict, enforce, refusals, rupiah } from '#kernel';
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
import { claims } from '../../domain/claim.js';
import type { AssessableClaim, Assessed, Programme } from '../../domain/programme.js';
import { jkmClaimId, presentJkmClaim } from '../claim-ids.js';
import { owedBy } from '../owed.js';
import { paidForDeath } from '../paid-for-death.js';
import { type ParticipantForClaim, participantForClaim, restsOnContributions } from '../participant.js';
import { requireConfirmedPlacement } from '../project.js';
import { membershipOf } from '../work.js';

/** What a decision about a JKM claim needs to know. */
export interface JkmFacts {
  readonly participant: ParticipantForClaim;
  /** The claim for the same death under another id of the person, where there is one. */
  readonly claimedUnderOther?: ClaimUnderOtherId;
  /** A JKK claim was approved for the death, when it was taken to come from a work accident. */
  readonly paidAsJkk?: { readonly claimId: string };
  /** The death of this claim was taken back, whether or not the participant has died since. */
  readonly deathRevoked?: true;
}

/** A person who was registered twice may have two claims for one death. */
interface ClaimUnderOtherId {
  readonly claimId: string;
  /** It pays, or is to be decided first. */
  readonly goesFirst: boolean;
  /** It was approved, and keeps that where this one was, too: it is the survivor's, or nearer to it. */
  readonly keepsIt: boolean;
}

/** Why a JKM claim is refused, beside what every claim is refused for. */
export const jkmRefusals = refusals({
  DEATH_NOT_REPORTED: conflict(
    {
      en: 'A JKM claim follows the report of the death',
      id: 'Klaim JKM diajukan setelah kematian dilaporkan',
    },
    { allowed: [{ en: 'report the death', id: 'laporkan kematian' }] },
  ),
  DEATH_REVOKED: conflict(
    {
      en: 'The death of this claim was reported for the wrong person and was taken back',
      id: 'Kematian dalam klaim ini dilaporkan untuk orang yang salah dan sudah dicabut',
    },
    {
      allowed: [
        {
          en: 'a supervisor cancels the claim: EVENT_REVOKED',
          id: 'supervisor membatalkan klaim: EVENT_REVOKED',
        },
      ],
    },
  ),
  DEATH_OF_PROJECT_WORKER: conflict(
    {
      en: 'The deceased built on construction projects (JAKON): say on which one by the day of death',
      id: 'Almarhum adalah tenaga kerja jasa konstruksi (JAKON): sebutkan proyeknya pada tanggal meninggal',
    },
    { allowed: [{ en: 'projectId of the project', id: 'projectId proyek itu' }] },
  ),
  DECEASED_NOT_NAMED_ON_PROJECT: conflict(
    {
      en: 'The deceased is not named on this project by the day of death',
      id: 'Almarhum belum tercatat pada proyek ini sampai tanggal meninggal',
    },
    {
      allowed: [
        {
          en: 'name the worker by the pay list or the supervisor’s statement: POST /projects/{projectId}/workers; a second person confirms what comes late',
          id: 'catat tenaga kerja menurut daftar upah atau keterangan pengawas: POST /projects/{projectId}/workers; yang terlambat dikonfirmasi orang kedua',
        },
      ],
    },
  ),
  DEATH_CLAIMED_UNDER_OTHER_ID: conflict(
    (_other: { claimId: string }) => ({
      en: 'The same death is claimed under another id of the same person, and is paid for once',
      id: 'Kematian yang sama diajukan dengan id lain dari orang yang sama, dan dibayar satu kali',
    }),
    {
      allowed: [
        {
          en: 'go on with that claim, and cancel this one',
          id: 'lanjutkan klaim itu dan batalkan klaim ini',
        },
      ],
      facts: ({ claimId }) => ({ claimId }),
    },
  ),
  DEATH_PAID_AS_JKK: conflict(
    (_paid: { claimId: string }) => ({
      en: 'JKK was approved for this death, and pays no less than JKM: it is not paid for twice',
      id: 'JKK sudah disetujui untuk kematian ini, dan tidak kurang dari JKM: kematian tidak dibayar dua kali',
    }),
    {
      allowed: [
        {
          en: 'close the review of that claim: what was too much is recorded as owed back, or waived',
          id: 'selesaikan peninjauan klaim itu: kelebihannya dicatat sebagai piutang atau dihapuskan',
        },
      ],
      facts: ({ claimId }) => ({ claimId }),
    },
  ),
  DEATH_BY_WORK_ACCIDENT: conflict(
    {
      en: 'The death was traced to a work accident: JKK pays for it, not JKM',
      id: 'Kematian ini akibat kecelakaan kerja: dijamin JKK, bukan JKM',
    },
    {
      allowed: [{ en: 'submit a JKK claim for the accident', id: 'ajukan klaim JKK untuk kecelakaan itu' }],
    },
  ),
});

const deathWasReported: Policy<JkmFacts> = {
  name: 'death-was-reported',
  check: ({ participant }) =>
    participant.diedOn === undefined ? jkmRefusals.DEATH_NOT_REPORTED() : undefined,
};

const deathStands: Policy<JkmFacts> = {
  name: 'death-stands',
  check: ({ deathRevoked }) => (deathRevoked ? jkmRefusals.DEATH_REVOKED() : undefined),
};

/** Whether nobody died of whom such a claim tells. */
const isRevoked = ({ deathRevoked, participant: { diedOn } }: JkmFacts): boolean =>
  deathRevoked === true || diedOn === undefined;

const deathIsNoWorkAccident: Policy<JkmFacts> = {
  name: 'death-is-no-work-accident',
  check: ({ participant }) =>
    participant.diedOfAccidentId === undefined ? undefined : jkmRefusals.DEATH_BY_WORK_ACCIDENT(),
};

const deathIsNotPaidAsJkk: Policy<JkmFacts> = {
  name: 'death-is-not-paid-as-jkk',
  check: ({ paidAsJkk }) => paidAsJkk && jkmRefusals.DEATH_PAID_AS_JKK(paidAsJkk),
};

const namesItsProject: Policy<JkmFacts> = {
  name: 'names-its-project',
  check: ({ participant: { segment, project } }) =>
    segment === 'JAKON' && !project ? jkmRefusals.DEATH_OF_PROJECT_WORKER() : undefined,
};

const namedOnItsProject: Policy<JkmFacts> = {
  name: 'named-on-its-project',
  check: ({ participant: { diedOn, project } }) =>
    project && !(diedOn !== undefined && project.placement?.workedBy(diedOn))
      ? jkmRefusals.DECEASED_NOT_NAMED_ON_PROJECT()
      : undefined,
};

const deathIsClaimedOnce: Policy<JkmFacts> = {
  name: 'death-is-claimed-once',
  check: ({ claimedUnderOther }) =>
    claimedUnderOther && jkmRefusals.DEATH_CLAIMED_UNDER_OTHER_ID(claimedUnderOther),
};

/**
 * Two claims for one death may have been handed in before it was found that two participants are one person. That of the survivor
 * goes first, unless the other one was approved by then.
 */
async function claimedUnderOther(
  read: Reading,
  participantId: string,
): Promise<ClaimUnderOtherId | undefined> {
  const ids = await idsOfPerson(read, participantId);
  const others = await Promise.all(
    ids
      .filter((id) => id !== participantId)
      .map(async (id) => {
        const claimId = await presentJkmClaim(read, id);
        return { id, claimId, claim: await read.state(claims, claimId) };
      }),
  );
  const open = others.filter(({ claim }) => !['UNKNOWN', 'CANCELLED'].includes(claim.situation));
  const first = open.find(
    ({ id, claim }) =>
      claim.situation === 'APPROVED' ||
      // One that is closed goes first no more, until it is opened again.
      (!['DENIED', 'WITHDRAWN'].includes(claim.situation) && ids.indexOf(id) < ids.indexOf(participantId)),
  );
  const [one = first] = open;
  const keepsIt = open.some(
    ({ id, claim }) => claim.situation === 'APPROVED' && ids.indexOf(id) < ids.indexOf(participantId),
  );
  return one && { claimId: (first ?? one).claimId, goesFirst: first !== undefined, keepsIt };
}

/** Jaminan Kematian: a death that no work accident caused. */
export const jkm: Programme<JkmFacts> = {
  code: 'JKM',
  isOpen: true,
  followsContributions: true,
  calculator: 'JKM',
  refusals: jkmRefusals,
  nothingPayable: {
    decision: 'REJECTED_NOTHING_PAYABLE',
    rule: 'something-is-payable',
    law: 'PP 44/2015',
    article: 'Art. 34',
    detail: 'The calculation comes to zero rupiah.',
  },
  claimsOfDay: (participantId, _day, nth) => [jkmClaimId(participantId, nth)],
  claimOfDeath: (participantId, accidentId, nth) =>
    accidentId === undefined ? jkmClaimId(participantId, nth) : undefined,
  async facts(read, { participantId, claimId, projectId }) {
    const participant = await participantForClaim(read, participantId, ({ diedOn: day }) => ({
      day,
      restsOn: 'ALL_WORK',
      projectId,
    }));
    const paidAsJkk = await paidForDeath(read, participantId);
    const isPresent = claimId === (await presentJkmClaim(read, participantId));
    return {
      participant,
      claimedUnderOther: await claimedUnderOther(read, participantId),
      ...(paidAsJkk && { paidAsJkk }),
      ...(!isPresent && { deathRevoked: true }),
    };
  },
  claimable: (facts) =>
    enforce(
      [
        deathWasReported,
        deathStands,
        deathIsNoWorkAccident,
        deathIsNotPaidAsJkk,
        namesItsProject,
        namedOnItsProject,
        deathIsClaimedOnce,
      ],
      facts,
    ),
  eventDay({ participant: { diedOn } }) {
    if (diedOn === undefined) throw new Error('No day of death');
    return diedOn;
  },
  entitled: () => 'HEIR',
  diedOn: ({ participant: { diedOn } }) => diedOn,
  /** Reference 7.1. */
  papers: () => [
    'FORM_4',
    'KPJ_CARD',
    'E_KTP',
    'HEIR_KTP',
    'KK',
    'DEATH_CERTIFICATE',
    'HEIR_CERTIFICATE',
    'ACCOUNT_BOOK',
  ],
  unconfirmed: ({ participant: { unconfirmed = [] } }) => unconfirmed,
  assess: assessJkm,
  isUndecidable: (facts) =>
    isRevoked(facts) || facts.claimedUnderOther?.goesFirst === true || facts.paidAsJkk !== undefined,
  isPaidByOther: ({ participant }) => participant.diedOfAccidentId !== undefined,
  isPaidTwice: ({ claimedUnderOther: other }) => other?.keepsIt === true,
  isEventRevoked: isRevoked,
  ...restsOnContributions,
  determinable: ['JKM_DEATH', 'JKM_PERIODIC', 'JKM_FUNERAL'],
  toFacilities: () => [],
};

/**
 * For the day that is recorded now: it may have been corrected since the claim was handed in.
 * @throws Rejection `DEATH_REVOKED`, `PLACEMENT_UNCONFIRMED`; `DEATH_CLAIMED_UNDER_OTHER_ID` while the other claim goes first, and
 *   `DEATH_PAID_AS_JKK` where JKK has paid, and this one pays nothing yet
 */
function assessJkm(claim: AssessableClaim, facts: JkmFacts): Assessed {
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
  const { coverageAtEvent: coverage, employments } = participant;
  const inputs: JkmInput = {
    segment: participant.segment,
    deathDate: diedOn,
    totalPaidMonths: monthsThatCount(coverage.totalPaidMonths),
    ...membershipAtDeath(participant),
    ...(participant.diedOfAccidentId && { workAccident: true }),
  };
  const calculation = calculateJkm(inputs);
  const entitled = !calculation.decision && jkmEntitlesToScholarship(inputs);
  return {
    inputs,
    calculation,
    entitledChildren: entitled ? participant.children : [],
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
