import { localDate, period, rupiah } from '#kernel';
import type {
  CorrectionRefused,
  CorrectionRequested,
  DeathDayCorrected,
  DeathRevoked,
  IncomeBandChanged,
  NikAssigned,
  NikCorrected,
  NikDifferenceConfirmed,
  ParticipantCorrected,
  PersonDetails,
} from './correction.events.js';
import type {
  ChildCorrected,
  ChildRemoved,
  ChildrenReordered,
  HeirCorrected,
  HeirRemoved,
} from './family-correction.events.js';
import { SITI } from './participant.examples.js';
import type {
  ContributionReversalRefused,
  ContributionReversalRequested,
  ContributionReversed,
} from './reversal.events.js';

export const CORRECTION = '55555555-5555-5555-8555-555555555555';
export const REGISTRAR = 'registrar-1';
export const SUPERVISOR = 'supervisor-1';

const effectiveOn = localDate('2026-11-20');
const BIRTH_CERTIFICATE = 'AKL-3216/1990';

/** The registrar read the month wrong: Siti was born on 12 June. */
export const birthDateAsked: CorrectionRequested = {
  type: 'CorrectionRequested',
  data: {
    participantId: SITI,
    correctionId: CORRECTION,
    subjects: ['BIRTH_DATE'],
    evidence: 'BIRTH_CERTIFICATE',
    requesterId: REGISTRAR,
    effectiveOn,
    person: { evidenceNumber: BIRTH_CERTIFICATE, asked: { birthDate: localDate('1990-06-12') } },
  },
};

export const birthDateCorrected: ParticipantCorrected = {
  type: 'ParticipantCorrected',
  data: {
    participantId: SITI,
    correctionId: CORRECTION,
    subjects: ['BIRTH_DATE'],
    ageBand: '35_44',
    warnings: ['NIK_BIRTH_DATE_DIFFERS'],
    evidence: 'BIRTH_CERTIFICATE',
    requesterId: REGISTRAR,
    confirmerId: SUPERVISOR,
    effectiveOn,
    person: {
      evidenceNumber: BIRTH_CERTIFICATE,
      now: { birthDate: localDate('1990-06-12') },
      before: { birthDate: localDate('1990-05-12') },
    },
  },
};

export const nameCorrected: ParticipantCorrected = {
  type: 'ParticipantCorrected',
  data: {
    participantId: SITI,
    correctionId: CORRECTION,
    subjects: ['NAME', 'DISTRICT'],
    district: '321606',
    formerDistrict: '321605',
    warnings: [],
    evidence: 'E_KTP',
    requesterId: REGISTRAR,
    effectiveOn,
    person: {
      evidenceNumber: 'KTP-1',
      now: { name: 'Siti Rohmawati' },
      before: { name: 'Siti Rahmawati' },
    },
  },
};

export const correctionRefused: CorrectionRefused = {
  type: 'CorrectionRefused',
  data: {
    participantId: SITI,
    correctionId: CORRECTION,
    deciderId: SUPERVISOR,
    reason: 'EVIDENCE_NOT_ENOUGH',
    effectiveOn,
  },
};

/** Siti's NIK, with two digits the right way round, and the id under which it is looked up. */
export const RIGHT_NIK = '0000055205900010';
export const RIGHT_NIK_ID = '4b9c1d2e-5a57-8d2c-9a3c-5d6c0f6a7b1e';

export const nikAsked: CorrectionRequested = {
  type: 'CorrectionRequested',
  data: {
    participantId: SITI,
    correctionId: CORRECTION,
    subjects: ['NIK'],
    evidence: 'DUKCAPIL_ANSWER',
    requesterId: REGISTRAR,
    effectiveOn,
    person: { evidenceNumber: 'DUKCAPIL-77', asked: { nik: RIGHT_NIK, nikId: RIGHT_NIK_ID } },
  },
};

export const nikCorrected: NikCorrected = {
  type: 'NikCorrected',
  data: {
    participantId: SITI,
    correctionId: CORRECTION,
    warnings: [],
    evidence: 'DUKCAPIL_ANSWER',
    requesterId: REGISTRAR,
    confirmerId: SUPERVISOR,
    effectiveOn,
    person: {
      evidenceNumber: 'DUKCAPIL-77',
      nik: RIGHT_NIK,
      nikId: RIGHT_NIK_ID,
      formerNik: '0000055205900001',
    },
  },
};

export const nikAssigned: NikAssigned = {
  type: 'NikAssigned',
  data: { participantId: SITI, correctionId: CORRECTION, effectiveOn },
};

export const nikDifferenceConfirmed: NikDifferenceConfirmed = {
  type: 'NikDifferenceConfirmed',
  data: {
    participantId: SITI,
    correctionId: CORRECTION,
    warnings: ['NIK_BIRTH_DATE_DIFFERS'],
    evidence: 'DUKCAPIL_ANSWER',
    requesterId: REGISTRAR,
    confirmerId: SUPERVISOR,
    effectiveOn,
    person: { evidenceNumber: 'DUKCAPIL-77' },
  },
};

/** The village's transfer for November came back. */
export const reversalAsked: ContributionReversalRequested = {
  type: 'ContributionReversalRequested',
  data: {
    participantId: SITI,
    correctionId: CORRECTION,
    period: period('2026-11'),
    receipt: 'R-1',
    months: 1,
    amountIdr: rupiah(8_400),
    reason: 'BOUNCED',
    bankReference: 'BL-7',
    requesterId: REGISTRAR,
    effectiveOn,
  },
};

export const contributionReversed: ContributionReversed = {
  type: 'ContributionReversed',
  data: {
    ...reversalAsked.data,
    segment: 'BPU',
    paidOn: localDate('2026-11-02'),
    confirmerId: SUPERVISOR,
  },
};

export const reversalRefused: ContributionReversalRefused = {
  type: 'ContributionReversalRefused',
  data: {
    participantId: SITI,
    correctionId: CORRECTION,
    deciderId: SUPERVISOR,
    reason: 'EVIDENCE_NOT_ENOUGH',
    effectiveOn,
  },
};

/** From January on Siti pays for a higher income. */
export const incomeBandChanged: IncomeBandChanged = {
  type: 'IncomeBandChanged',
  data: {
    participantId: SITI,
    correctionId: CORRECTION,
    from: period('2027-01'),
    incomeBaseIdr: rupiah(2_000_000),
    formerIncomeBaseIdr: rupiah(1_000_000),
    evidence: 'STATEMENT',
    requesterId: REGISTRAR,
    effectiveOn: localDate('2027-01-01'),
    person: { evidenceNumber: 'SP-1' },
  },
};

export const CHILD = '33333333-3333-4333-8333-333333333333';
export const SECOND_CHILD = '33333333-3333-4333-8333-333333333334';
export const HEIR = '44444444-4444-4444-8444-444444444444';

const family = {
  participantId: SITI,
  correctionId: CORRECTION,
  requesterId: REGISTRAR,
  effectiveOn,
};
const onKk = { evidence: 'KK', evidenceNumber: 'KK-1' } as const;

const familyAsked = (
  subject: 'CHILD' | 'CHILD_ORDER' | 'HEIR',
  more: Partial<CorrectionRequested['data']>,
  asked: PersonDetails = {},
): CorrectionRequested => ({
  type: 'CorrectionRequested',
  data: {
    ...family,
    subjects: [subject],
    evidence: onKk.evidence,
    person: { evidenceNumber: onKk.evidenceNumber, asked },
    ...more,
  },
});

/** Dewi was born a year later than the registrar read. */
export const childAsked = familyAsked('CHILD', { childId: CHILD }, { birthDate: localDate('2010-03-01') });
export const childRemovalAsked = familyAsked('CHILD', { childId: CHILD, removes: true });
export const orderAsked = familyAsked('CHILD_ORDER', { childId: SECOND_CHILD });
export const heirAsked = familyAsked('HEIR', { heirId: HEIR, relation: 'SIBLING' }, { name: 'Budiman' });
export const heirRemovalAsked = familyAsked('HEIR', { heirId: HEIR, removes: true });

const confirmed = { ...family, evidence: onKk.evidence, confirmerId: SUPERVISOR };

export const childCorrected: ChildCorrected = {
  type: 'ChildCorrected',
  data: {
    ...confirmed,
    childId: CHILD,
    person: {
      evidenceNumber: onKk.evidenceNumber,
      now: { birthDate: localDate('2010-03-01') },
      before: { birthDate: localDate('2009-03-01') },
    },
  },
};

export const childRemoved: ChildRemoved = {
  type: 'ChildRemoved',
  data: { ...confirmed, childId: CHILD, person: { evidenceNumber: onKk.evidenceNumber } },
};

export const heirCorrected: HeirCorrected = {
  type: 'HeirCorrected',
  data: {
    ...confirmed,
    heirId: HEIR,
    relation: 'SIBLING',
    formerRelation: 'WIDOWER',
    person: { evidenceNumber: onKk.evidenceNumber, now: { name: 'Budiman' }, before: { name: 'Budi' } },
  },
};

export const heirRemoved: HeirRemoved = {
  type: 'HeirRemoved',
  data: { ...confirmed, heirId: HEIR, person: { evidenceNumber: onKk.evidenceNumber } },
};

const onDukcapilAnswer = {
  participantId: SITI,
  correctionId: CORRECTION,
  evidence: 'DUKCAPIL_ANSWER',
  requesterId: REGISTRAR,
  confirmerId: SUPERVISOR,
  effectiveOn,
  person: { evidenceNumber: 'DUKCAPIL-9' },
} as const;

const deathCorrectionAsked = (more: Partial<CorrectionRequested['data']>): CorrectionRequested => ({
  type: 'CorrectionRequested',
  data: {
    participantId: SITI,
    correctionId: CORRECTION,
    subjects: ['DEATH'],
    evidence: 'DUKCAPIL_ANSWER',
    requesterId: REGISTRAR,
    effectiveOn,
    person: { evidenceNumber: 'DUKCAPIL-9', asked: {} },
    ...more,
  },
});

export const deathRevocationAsked = deathCorrectionAsked({ removes: true });
export const deathAsked = deathCorrectionAsked({ diedOn: localDate('2026-11-08') });

/** Somebody else had died. */
export const deathRevoked: DeathRevoked = {
  type: 'DeathRevoked',
  data: { ...onDukcapilAnswer, diedOn: localDate('2026-11-10') },
};

export const deathDayCorrected: DeathDayCorrected = {
  type: 'DeathDayCorrected',
  data: { ...onDukcapilAnswer, diedOn: localDate('2026-11-08'), formerDiedOn: localDate('2026-11-10') },
};

export const childrenReordered: ChildrenReordered = {
  type: 'ChildrenReordered',
  data: {
    ...confirmed,
    childIds: [SECOND_CHILD, CHILD],
    formerChildIds: [CHILD, SECOND_CHILD],
    person: { evidenceNumber: onKk.evidenceNumber },
  },
};
