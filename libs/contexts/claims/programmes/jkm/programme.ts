import { type Policy, conflict, derivedId, enforce, refusals } from '#kernel';
import { type JkmInput, calculateJkm, jkmEntitlesToScholarship } from '#law';
import type { AssessableClaim, Assessed, Programme } from '../../domain/programme.js';
import { type ParticipantForClaim, participantForClaim, restsOnContributions } from '../participant.js';

/** What a decision about a JKM claim needs to know. */
export interface JkmFacts {
  readonly participant: ParticipantForClaim;
}

/** One claim for a death. The id is stored, so its parts never change. */
export const jkmClaimId = (participantId: string) => derivedId('claim', 'JKM', participantId);

/** Why a JKM claim is refused, beside what every claim is refused for. */
export const jkmRefusals = refusals({
  DEATH_NOT_REPORTED: conflict(
    {
      en: 'A JKM claim follows the report of the death',
      id: 'Klaim JKM diajukan setelah kematian dilaporkan',
    },
    { allowed: [{ en: 'report the death', id: 'laporkan kematian' }] },
  ),
  DEATH_OF_WAGE_EARNER: conflict({
    en: 'Claims for wage earners (PU) cannot be taken here yet; the law engine computes what is due',
    id: 'Klaim pekerja penerima upah (PU) belum dapat diterima di sini; manfaatnya dapat dihitung',
  }),
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

const deathIsNoWorkAccident: Policy<JkmFacts> = {
  name: 'death-is-no-work-accident',
  check: ({ participant }) =>
    participant.diedOfAccidentId === undefined ? undefined : jkmRefusals.DEATH_BY_WORK_ACCIDENT(),
};

const notOfAWageEarner: Policy<JkmFacts> = {
  name: 'not-of-a-wage-earner',
  check: ({ participant }) => (participant.segment === 'PU' ? jkmRefusals.DEATH_OF_WAGE_EARNER() : undefined),
};

/** Jaminan Kematian: a death that no work accident caused. */
export const jkm: Programme<JkmFacts> = {
  code: 'JKM',
  isOpen: true,
  followsContributions: true,
  calculator: 'JKM',
  /** PP 44/2015 Art. 40. */
  serviceDays: 3,
  refusals: jkmRefusals,
  nothingPayable: {
    decision: 'REJECTED_NOTHING_PAYABLE',
    rule: 'something-is-payable',
    law: 'PP 44/2015',
    article: 'Art. 34',
    detail: 'The calculation comes to zero rupiah.',
  },
  claimsOfDay: (participantId) => [jkmClaimId(participantId)],
  claimOfDeath: (participantId, accidentId) =>
    accidentId === undefined ? jkmClaimId(participantId) : undefined,
  facts: async (read, { participantId }) => ({
    participant: await participantForClaim(read, participantId, ({ diedOn }) => diedOn),
  }),
  claimable: (facts) => enforce([deathWasReported, deathIsNoWorkAccident, notOfAWageEarner], facts),
  eventDay({ participant: { diedOn } }) {
    if (diedOn === undefined) throw new Error('No day of death');
    return diedOn;
  },
  entitled: () => 'HEIR',
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
  ...restsOnContributions,
  toFacilities: () => [],
};

function assessJkm(claim: AssessableClaim, { participant }: JkmFacts): Assessed {
  const { coverageAtEvent: coverage } = participant;
  const inputs: JkmInput = {
    segment: participant.segment,
    deathDate: claim.eventDate,
    coverage: coverage.status,
    lastPaidPeriod: coverage.paidThrough,
    membershipStart: coverage.membershipStart,
    consecutivePaidMonths: coverage.consecutivePaidMonths,
    totalPaidMonths: coverage.totalPaidMonths,
    ...(participant.diedOfAccidentId && { workAccident: true }),
  };
  const calculation = calculateJkm(inputs);
  const entitled = !calculation.decision && jkmEntitlesToScholarship(inputs);
  return { inputs, calculation, entitledChildren: entitled ? participant.children : [] };
}
