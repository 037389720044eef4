import { type EventOf, instant, localDate, rupiah } from '#kernel';
import type { Conclusion } from '#law';
import type { AccidentEvent } from './accident.events.js';
import type { Findings } from './statement.events.js';
import type { Authority } from './determination.events.js';
import type { NotifyAccidentInput } from './notify-accident.js';
import type { PlkkLetterFacts, PlkkLetterInput } from './plkk-letter.js';

/** What an event of the story says, with some of it told differently. */
type Changes<Type extends AccidentEvent['type']> = Partial<EventOf<AccidentEvent, Type>['data']>;

export const ACCIDENT_ID = '3f2a9c01-d4e7-4b1a-8c55-0e6f7a8b9c0d';
export const PARTICIPANT_ID = '7d1e4f30-2b6c-8a9d-9e0f-1a2b3c4d5e6f';
export const HOSPITAL = '11111111-1111-5111-8111-111111111111';
export const CLAIM_ID = '33333333-3333-5333-8333-333333333333';
export const CLINIC = '22222222-2222-5222-8222-222222222222';

const ids = { accidentId: ACCIDENT_ID, participantId: PARTICIPANT_ID };

/** A porter was hurt at the market on 1 September 2026 at 08:00; a friend of her group told of it. */
export const notice = (changes: Partial<NotifyAccidentInput> = {}): NotifyAccidentInput => ({
  ...ids,
  kind: 'AT_WORK',
  placeKind: 'INSIDE_WORK_SITE',
  occurredOn: localDate('2026-09-01'),
  occurredAt: '08:00',
  notifiedBy: 'GROUP',
  person: { contactName: 'Sari Contoh', contactPhone: '+6281200000001', place: 'Pasar Contoh, blok A' },
  health: { chronology: 'A crate fell on her hand', bodyPart: 'right hand' },
  ...changes,
});

/** The notice was taken. */
export const notified = (changes: Changes<'AccidentNotified'> = {}): AccidentEvent => ({
  type: 'AccidentNotified',
  data: { ...notice(), effectiveOn: localDate('2026-09-01'), ...changes },
});

/** Stage I came in the next day, in time. */
export const stageOne = (changes: Changes<'StageOneReported'> = {}): AccidentEvent => ({
  type: 'StageOneReported',
  data: {
    ...ids,
    form: 'KK1',
    reportedBy: 'GROUP',
    reportedAt: instant('2026-09-02T03:00:00Z'),
    dueAt: instant('2026-09-03T01:00:00Z'),
    late: false,
    effect: 'INJURY',
    evidence: ['CHRONOLOGY'],
    concludeBy: localDate('2026-10-02'),
    effectiveOn: localDate('2026-09-02'),
    ...changes,
  },
});

/** A police letter came later. */
export const evidence = (changes: Changes<'AccidentEvidenceReceived'> = {}): AccidentEvent => ({
  type: 'AccidentEvidenceReceived',
  data: { ...ids, evidence: ['POLICE_LETTER'], effectiveOn: localDate('2026-11-20'), ...changes },
});

/** She was sent to the hospital in Cikarang, a PLKK. */
export const referral = (changes: Changes<'PlkkReferralIssued'> = {}): AccidentEvent => ({
  type: 'PlkkReferralIssued',
  data: {
    ...ids,
    facilityId: HOSPITAL,
    agreementId: 'agreement-1',
    referralNumber: 'R-3F2A9C01D4E7-1',
    coverage: 'ACTIVE',
    effectiveOn: localDate('2026-09-02'),
    ...changes,
  },
});

/** BPJS guaranteed the care there before the conclusion. */
export const guarantee = (changes: Changes<'GuaranteeLetterIssued'> = {}): AccidentEvent => ({
  type: 'GuaranteeLetterIssued',
  data: {
    ...ids,
    facilityId: HOSPITAL,
    guaranteeNumber: 'G-3F2A9C01D4E7-1',
    basis: 'SUSPECTED_CASE',
    effectiveOn: localDate('2026-09-02'),
    ...changes,
  },
});

/** A letter to the hospital is asked for. */
export const letterInput = (changes: Partial<PlkkLetterInput> = {}): PlkkLetterInput => ({
  accidentId: ACCIDENT_ID,
  facilityId: HOSPITAL,
  issuedOn: localDate('2026-09-02'),
  ...changes,
});

/** She is covered, and the hospital is a PLKK. */
export const covered: PlkkLetterFacts = {
  segment: 'BPU',
  coverage: 'ACTIVE',
  agreementId: 'agreement-1',
};

/** She stayed four days at the hospital. */
export const care = (changes: Changes<'CareProvided'> = {}): AccidentEvent => ({
  type: 'CareProvided',
  data: {
    ...ids,
    facilityId: HOSPITAL,
    admittedOn: localDate('2026-09-02'),
    dischargedOn: localDate('2026-09-05'),
    invoiceNumber: 'INV-1',
    invoiceIdr: rupiah(37_450_000),
    billing: 'GUARANTEED',
    health: { procedures: 'Surgery of the hand' },
    effectiveOn: localDate('2026-09-02'),
    ...changes,
  },
});

/** After 60 days she could work again, but lost a middle finger. */
export const findings = (changes: Partial<Findings> = {}): Findings => ({
  condition: 'PARTIAL_ANATOMIC',
  diagnosis: 'Traumatic amputation of a finger',
  dominantHand: 'RIGHT',
  injuries: [{ item: 'JARI_LAIN_TANGAN', side: 'RIGHT', kind: 'ANATOMIC' }],
  unableFrom: localDate('2026-09-01'),
  unableUntil: localDate('2026-10-30'),
  ...changes,
});

export const healed: Findings = {
  condition: 'HEALED',
  diagnosis: 'Bruised hand',
  dominantHand: 'RIGHT',
  injuries: [],
};

export const underTreatment: Findings = { ...healed, condition: 'UNDER_TREATMENT' };

export const dead = (diedOn?: string): Findings => ({
  ...healed,
  condition: 'DEAD',
  diagnosis: 'Head injury',
  ...(diedOn && { diedOn: localDate(diedOn) }),
});

export const statement = (changes: Changes<'DoctorStatementIssued'> = {}): AccidentEvent => ({
  type: 'DoctorStatementIssued',
  data: {
    ...ids,
    form: 'KK3',
    doctorKind: 'TREATING',
    statedOn: localDate('2026-10-31'),
    health: findings(),
    effectiveOn: localDate('2026-10-31'),
    ...changes,
  },
});

export const concluded = (changes: Changes<'AccidentConcluded'> = {}): AccidentEvent => ({
  type: 'AccidentConcluded',
  data: {
    ...ids,
    conclusion: 'WORK_ACCIDENT',
    concludedOn: localDate('2026-09-20'),
    late: false,
    effectiveOn: localDate('2026-09-20'),
    person: { reason: 'At the registered place of work, in working hours' },
    ...changes,
  },
});

export const concludedNot = (): AccidentEvent =>
  concluded({ conclusion: 'NOT_WORK_ACCIDENT', person: { reason: 'On a private errand' } });

export const stageTwo = (changes: Changes<'StageTwoReported'> = {}): AccidentEvent => ({
  type: 'StageTwoReported',
  data: {
    ...ids,
    form: 'KK2',
    reportedBy: 'FACILITY',
    reportedAt: instant('2026-11-02T02:00:00Z'),
    dueAt: instant('2026-11-02T17:00:00Z'),
    late: false,
    transport: [
      { mode: 'LAND', amountIdr: rupiah(200_000) },
      { mode: 'LAND', amountIdr: rupiah(150_000) },
    ],
    effectiveOn: localDate('2026-11-02'),
    ...changes,
  },
});

/** An authority above BPJS determined whether it was a work accident. */
export const determination = (
  by: Authority,
  issuedOn: string,
  conclusion: Conclusion = 'WORK_ACCIDENT',
): EventOf<AccidentEvent, 'DeterminationIssued'> => ({
  type: 'DeterminationIssued',
  data: {
    ...ids,
    by,
    conclusion,
    issuedOn: localDate(issuedOn),
    recorderId: 'adjudicator-1',
    effectiveOn: localDate(issuedOn),
    person: { number: 'PGW/0917/2026', reason: 'The errand was for the employer' },
  },
});

/** It was none: the hospital was told whom to bill. */
export const bearerNamed = (
  changes: Changes<'CareBearerNamed'> = {},
): EventOf<AccidentEvent, 'CareBearerNamed'> => ({
  type: 'CareBearerNamed',
  data: {
    ...ids,
    bearer: 'BPJS_KESEHATAN',
    facilityIds: [HOSPITAL],
    billedIdr: rupiah(37_450_000),
    concludedOn: localDate('2026-09-20'),
    namerId: 'adjudicator-1',
    effectiveOn: localDate('2026-09-25'),
    ...changes,
  },
});

/** The claim was approved, with the invoices that were there. */
export const billingClosed = (changes: Changes<'BillingClosed'> = {}): AccidentEvent => ({
  type: 'BillingClosed',
  data: { ...ids, claimId: CLAIM_ID, effectiveOn: localDate('2026-11-10'), ...changes },
});

/** An adjudicator said of the claim that it is her aunt's. */
export const interestNoted = (
  changes: Changes<'InterestNoted'> = {},
): EventOf<AccidentEvent, 'InterestNoted'> => ({
  type: 'InterestNoted',
  data: {
    ...ids,
    claimId: CLAIM_ID,
    declarerId: 'niece',
    effectiveOn: localDate('2026-11-05'),
    ...changes,
  },
});

/** The usual course of events, up to stage II. */
export const wholeStory = (): AccidentEvent[] => [
  notified(),
  stageOne(),
  referral(),
  guarantee(),
  care(),
  concluded(),
  statement(),
  stageTwo(),
];
