import { type EventOf, type LocalDate, fold, localDate, period, periodsFrom, rupiah } from '#kernel';
import { type Coverage, coverageOn } from '#law';
import { testContext } from '#testing/test-context';
import { calculateBenefit } from './calculate-benefit.js';
import { claims } from './claim.js';
import { NOTHING_PAID } from '../programmes/jkk/disability-paid.js';
import type { AccidentForClaim, JkkFacts } from '../programmes/jkk/facts.js';
import { jkk } from '../programmes/jkk/programme.js';
import type { JkmFacts } from '../programmes/jkm/facts.js';
import { jkm } from '../programmes/jkm/programme.js';
import type { ParticipantForClaim } from '../programmes/participant.js';
import type { ClaimEvent, EntitledChild } from './claim.events.js';
import type { DocumentKind } from './handed-in.events.js';
import type { Basis } from './programme.js';
import { type HandedIn, separated } from './submit-claim.js';

/** Invented people and papers that the specs of this context share. */
export const CLAIM = '5f0c7f0e-1111-5000-8000-000000000001';
export const PARTICIPANT = '5f0c7f0e-2222-8000-8000-000000000001';
export const ACCIDENT = '5f0c7f0e-3333-5000-8000-000000000001';
export const PLKK = '5f0c7f0e-4444-5000-8000-000000000001';
export const OTHER_PLKK = '5f0c7f0e-4444-5000-8000-000000000002';

export const ACCOUNT = { bank: 'Bank Contoh', number: '0000011111', holder: 'Sari Contoh' };

export const CHILD: EntitledChild = {
  childId: '5f0c7f0e-5555-5000-8000-000000000001',
  school: { level: 'SMA', yearInLevel: 3 },
  asOf: localDate('2026-10-25'),
};

const papers = (kinds: readonly DocumentKind[]): HandedIn[] =>
  kinds.map((kind) => ({ kind, reference: `archive/${kind.toLowerCase()}` }));

export const JKK_PAPERS = papers([
  'KPJ_CARD',
  'E_KTP',
  'CHRONOLOGY',
  'KK1',
  'KK2',
  'KK3',
  'ACCOUNT_BOOK',
  'TRANSPORT_RECEIPTS',
]);

export const JKM_PAPERS = papers([
  'FORM_4',
  'KPJ_CARD',
  'E_KTP',
  'HEIR_KTP',
  'KK',
  'DEATH_CERTIFICATE',
  'HEIR_CERTIFICATE',
  'ACCOUNT_BOOK',
]);

/** What shows a death and an heir. */
export const HEIR_PAPERS = papers(['DEATH_CERTIFICATE', 'HEIR_CERTIFICATE', 'KK', 'HEIR_KTP']);

/** What is asked for once somebody died, or an employer paid for care. */
export const LATER_PAPERS = [...HEIR_PAPERS, ...papers(['CARE_RECEIPTS'])];

/** The heir of a participant who died after the submission. */
export const WIDOW = {
  claimantName: 'Rohmah Contoh',
  account: { bank: 'Bank Lain', number: '0000033333', holder: 'Rohmah Contoh' },
};

/** Cover from a run of paid months, as #law sees it on a day. */
export function coverage(firstPaid: string, months: number, on: LocalDate): Coverage {
  const paid = periodsFrom(period(firstPaid), months).map((month) => ({ period: month }));
  return coverageOn(on, paid, 'BPU');
}

const ACCIDENT_DAY = localDate('2026-08-20');

export function participantFacts(overrides: Partial<ParticipantForClaim> = {}): ParticipantForClaim {
  const covered = coverage('2026-06', 3, ACCIDENT_DAY);
  return {
    segment: 'BPU',
    incomeBaseIdr: rupiah(1_000_000),
    children: [],
    coverageAtEvent: covered,
    ...overrides,
  };
}

/** A market porter's accident: care at a PLKK, a taxi, 60 days without work, the right index finger lost. */
export function jkkFacts(
  accident: Partial<AccidentForClaim> = {},
  participant: Partial<ParticipantForClaim> = {},
  more: Partial<JkkFacts> = {},
): Basis<JkkFacts> {
  return {
    programme: jkk,
    facts: {
      participant: participantFacts(participant),
      accident: {
        accidentId: ACCIDENT,
        participantId: PARTICIPANT,
        occurredOn: ACCIDENT_DAY,
        conclusion: 'WORK_ACCIDENT',
        stageTwoReported: true,
        outcome: 'PARTIAL',
        dominantHand: 'RIGHT',
        injuries: [{ item: 'TELUNJUK_TANGAN', side: 'RIGHT', kind: 'ANATOMIC', functionLossPct: 100 }],
        incapacityDays: 60,
        transport: { LAND: rupiah(350_000) },
        care: [invoice(18_500_000)],
        reimbursements: [],
        ...accident,
      },
      paidBefore: NOTHING_PAID,
      ...more,
    },
  };
}

/** What a facility invoiced. */
export const invoice = (amountIdr: number, facilityId = PLKK, invoiceNumber = 'INV-1') => ({
  facilityId,
  invoiceNumber,
  invoiceIdr: rupiah(amountIdr),
});

/** A village worker who died of illness after 40 paid months. */
export function jkmFacts(participant: Partial<ParticipantForClaim> = {}): Basis<JkmFacts> {
  const diedOn = localDate('2026-10-20');
  const covered = coverage('2023-07', 40, diedOn);
  return {
    programme: jkm,
    facts: {
      participant: participantFacts({
        diedOn,
        children: [CHILD],
        coverageAtEvent: covered,
        ...participant,
      }),
    },
  };
}

export const JKK_SUBMITTED: EventOf<ClaimEvent, 'ClaimSubmitted'> = {
  type: 'ClaimSubmitted',
  data: {
    claimId: CLAIM,
    programme: 'JKK',
    participantId: PARTICIPANT,
    accidentId: ACCIDENT,
    claimant: 'PARTICIPANT',
    documents: separated(JKK_PAPERS).documents,
    person: {
      claimantName: 'Sari Contoh',
      account: ACCOUNT,
      references: separated(JKK_PAPERS).references,
    },
    eventDate: ACCIDENT_DAY,
    office: 'Bekasi',
    submitterId: 'submitter',
    submittedOn: localDate('2026-11-20'),
    effectiveOn: localDate('2026-11-20'),
  },
};

export const JKM_SUBMITTED: EventOf<ClaimEvent, 'ClaimSubmitted'> = {
  type: 'ClaimSubmitted',
  data: {
    claimId: CLAIM,
    programme: 'JKM',
    participantId: PARTICIPANT,
    claimant: 'HEIR',
    documents: separated(JKM_PAPERS).documents,
    person: {
      claimantName: 'Budi Contoh',
      account: ACCOUNT,
      references: separated(JKM_PAPERS).references,
    },
    eventDate: localDate('2026-10-20'),
    office: 'Bekasi',
    submitterId: 'submitter',
    submittedOn: localDate('2026-11-20'),
    effectiveOn: localDate('2026-11-20'),
  },
};

export const COMPLETED: EventOf<ClaimEvent, 'ClaimCompleted'> = {
  type: 'ClaimCompleted',
  data: {
    claimId: CLAIM,
    participantId: PARTICIPANT,
    completedOn: localDate('2026-11-20'),
    payBy: localDate('2026-12-01'),
    effectiveOn: localDate('2026-11-20'),
  },
};

export const TAKEN_OVER: EventOf<ClaimEvent, 'ClaimTakenOver'> = {
  type: 'ClaimTakenOver',
  data: {
    claimId: CLAIM,
    participantId: PARTICIPANT,
    takerId: 'taker',
    claimant: 'HEIR',
    effectiveOn: localDate('2026-11-20'),
    person: WIDOW,
  },
};

type Calculated = EventOf<ClaimEvent, 'BenefitCalculated'>;

export function calculated(overrides: Partial<Calculated['data']> = {}): Calculated {
  return {
    type: 'BenefitCalculated',
    data: {
      claimId: CLAIM,
      participantId: PARTICIPANT,
      assessorId: 'assessor',
      ruleSetVersion: 'any',
      components: [
        {
          code: 'JKK_STMB',
          amountIdr: rupiah(2_000_000),
          law: 'PP 82/2019',
          article: 'Annex III',
          payee: 'PARTICIPANT',
        },
      ],
      totalIdr: rupiah(2_000_000),
      entitledChildren: [],
      effectiveOn: localDate('2026-11-20'),
      health: { inputs: {}, arithmetic: [] },
      ...overrides,
    },
  };
}

/** A claim was handed in with these documents instead of those of the example. */
export function submittedWith(
  documents: readonly HandedIn[],
  event: EventOf<ClaimEvent, 'ClaimSubmitted'> = JKK_SUBMITTED,
): EventOf<ClaimEvent, 'ClaimSubmitted'> {
  const { documents: open, references } = separated(documents);
  const person = { claimantName: 'Sari Contoh', account: ACCOUNT, references };
  return { ...event, data: { ...event.data, documents: open, person } };
}

/** Documents came later. */
export function receivedLater(documents: readonly HandedIn[]): EventOf<ClaimEvent, 'DocumentsReceived'> {
  const { documents: open, references } = separated(documents);
  return {
    type: 'DocumentsReceived',
    data: {
      claimId: CLAIM,
      participantId: PARTICIPANT,
      documents: open,
      effectiveOn: localDate('2026-11-20'),
      person: { references },
    },
  };
}

/** What an assessor calculates from these facts, where every paper is there. */
export function calculatedBy(basis: Basis, assessorId = 'assessor'): Calculated {
  const submitted = basis.programme === jkk ? JKK_SUBMITTED : JKM_SUBMITTED;
  const everyPaper = receivedLater(papers(basis.programme.papers(basis.facts)));
  const state = fold(claims, [submitted, everyPaper, COMPLETED]);
  const [event] = calculateBenefit({ claimId: CLAIM }, state, testContext(), basis);
  if (event?.type !== 'BenefitCalculated') throw new Error(`Decided ${event?.type}`);
  return { ...event, data: { ...event.data, assessorId } };
}

/** Contributions stopped five months before the accident. */
export const lapsedFacts = () =>
  jkkFacts({}, { coverageAtEvent: coverage('2025-12', 4, localDate('2026-08-20')) });

/** Healed at once, and nobody asked for a rupiah. */
export const nothingShown = () =>
  jkkFacts({ outcome: 'HEALED', injuries: [], incapacityDays: 0, transport: {}, care: [] });

export const REFUSED_BY_LAW: Calculated = calculated({
  components: [],
  totalIdr: rupiah(0),
  refusal: {
    decision: 'REJECTED_INACTIVE',
    rule: 'membership-is-active',
    law: 'PP 44/2015',
    article: 'Art. 1',
    detail: 'Membership was not active on the day of the event.',
  },
});
