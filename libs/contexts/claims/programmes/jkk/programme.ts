import { accidentsOfDay } from '#contexts/accidents/facts';
import { type Policy, ZERO_RUPIAH, enforce, rupiah } from '#kernel';
import { jkkExpiry } from '#law';
import { PAPERS_OF_HEIRS } from '../../domain/policies/takeover.policies.js';
import type { Programme } from '../../domain/programme.js';
import { jkkClaimId } from '../claim-ids.js';
import { hasAdvancedCare } from './advanced.js';
import { assessJkk, isJkkUndecidable } from './assess.js';
import { interimJkk, isUnfinished } from './interim.js';
import { lessBorne, owedStill } from './less-borne.js';
import { type JkkFacts, jkkFacts } from './facts.js';
import { jkkRefusals } from './refusals.js';
import { restsOnContributions } from '../participant.js';

const accidentIsTheParticipants: Policy<{ facts: JkkFacts; participantId: string }> = {
  name: 'accident-is-the-participants',
  check: ({ facts, participantId }) =>
    facts.accident.participantId === participantId ? undefined : jkkRefusals.ACCIDENT_OF_ANOTHER(),
};

/** Jaminan Kecelakaan Kerja: a work accident, with its care, incapacity, disability or death. */
export const jkk: Programme<JkkFacts> = {
  code: 'JKK',
  isOpen: true,
  calculator: 'JKK_CASE',
  refusals: jkkRefusals,
  nothingPayable: {
    decision: 'REJECTED_NOTHING_PAYABLE',
    rule: 'something-is-payable',
    law: 'PP 44/2015',
    article: 'Art. 25',
    detail: 'The calculation comes to zero rupiah: no cost, incapacity or disability was shown.',
  },
  claimOfAccident: jkkClaimId,
  claimsOfDay: (participantId, day) => accidentsOfDay(participantId, day).map(jkkClaimId),
  claimOfDeath: (_participantId, accidentId) =>
    accidentId === undefined ? undefined : jkkClaimId(accidentId),
  facts(read, { participantId, accidentId }) {
    if (accidentId === undefined) throw new Error('A JKK claim without an accident');
    return jkkFacts(read, participantId, accidentId, jkkClaimId(accidentId));
  },
  claimable: (facts, participantId) => enforce([accidentIsTheParticipants], { facts, participantId }),
  eventDay: ({ accident }) => accident.occurredOn,
  entitled: (facts) => (isForDeath(facts) ? 'HEIR' : 'PARTICIPANT'),
  diedOn: ({ participant: { diedOn } }) => diedOn,
  /** Reference 7.1, beside the reports that the accident brings with it. */
  papers: (facts) => [
    'KPJ_CARD',
    'E_KTP',
    'CHRONOLOGY',
    'KK1',
    // Both come with stage II.
    ...(facts.accident.stageTwoReported ? (['KK2', 'KK3'] as const) : []),
    'ACCOUNT_BOOK',
    ...(isForDeath(facts) ? PAPERS_OF_HEIRS : []),
    ...(Object.keys(facts.accident.transport).length > 0 ? (['TRANSPORT_RECEIPTS'] as const) : []),
    // Whose money it was has to be shown.
    ...(hasAdvancedCare(facts.accident) ? (['CARE_RECEIPTS'] as const) : []),
  ],
  unconfirmed: ({ accident, participant: { unconfirmed = [] } }) => [
    ...(accident.isUnconfirmed ? ['ACCIDENT'] : []),
    ...unconfirmed,
  ],
  assess: assessJkk,
  paidByOther: (facts) => (isForDeath(facts) && facts.paidAsJkm) || rupiah(0),
  careBeside: ({ accident: { approvedApartIdr = ZERO_RUPIAH } }) => approvedApartIdr,
  interim: interimJkk,
  paidInInterims: 'JKK_STMB',
  isUnfinished,
  isUndecidable: isJkkUndecidable,
  ...restsOnContributions,
  lapsesAfter: ({ accident }) => jkkExpiry(accident.occurredOn).lastDay,
  employer: ({ accident }) => accident.employerId,
  determinable: [
    'JKK_DEATH',
    'JKK_FUNERAL',
    'JKK_PERIODIC',
    'JKK_TOTAL_PERMANENT',
    'JKK_PARTIAL_ANATOMIC',
    'JKK_PARTIAL_FUNCTIONAL',
    'JKK_STMB',
    'JKK_TRANSPORT_LAND',
    'JKK_TRANSPORT_SEA',
    'JKK_TRANSPORT_AIR',
    'JKK_MEDICAL',
    'JKK_MEDICAL_PLKK',
  ],
  scholarships: {
    followsFrom: ['JKK_DEATH', 'JKK_FUNERAL', 'JKK_PERIODIC', 'JKK_TOTAL_PERMANENT'],
    // However few months were paid (reference 5).
    isGiven: () => true,
    children: ({ participant }) => participant.children,
  },
  careByFacilities: 'JKK_MEDICAL_PLKK',
  toFacilities: ({ accident }) => lessBorne(accident),
  owedToFacilities: owedStill,
  invoices: ({ accident: { care, reimbursements } }) =>
    [...care, ...reimbursements].map(({ facilityId, invoiceNumber }) => ({ facilityId, invoiceNumber })),
  // A limb that an earlier claim paid for is not paid again: docs/decisions/disability-paid-once.md.
  earlierInApproval: ({ paidBefore }) => paidBefore.undecidedClaimId,
};

/** Whether the claim is for a death, and so belongs to the heir. */
const isForDeath = ({ accident, participant }: JkkFacts): boolean =>
  participant.diedOn !== undefined || (accident.outcome === 'DEATH' && !participant.livesAfterAll);
