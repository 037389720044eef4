import type { Conclusion, Hand } from '#law';
import {
  type Row,
  day,
  index,
  instant,
  integer,
  json,
  ordering,
  rupiah,
  table,
  text,
  uuid,
  yesNo,
} from '#postgres';
import { timelineTable } from '#followers';
import type {
  AccidentKind,
  Billing,
  Effect,
  EvidenceKind,
  MedicalCondition,
  Notifier,
  PlaceKind,
  StatedInjury,
} from '../../domain/accident.events.js';
import { CARE_STEPS } from '../../domain/accident.js';
import { type ExpectedStep, type Step, expectedSteps } from '../../domain/next-step.js';

/** Where an accident stands: the situations of the domain. */
export const ACCIDENT_STATUSES = [
  'NOTICE_RECEIVED',
  ...CARE_STEPS,
  'STAGE_II_REPORTED',
  'NOT_WORK_ACCIDENT',
] as const;

export type AccidentStatus = (typeof ACCIDENT_STATUSES)[number];

/** One accident. Personal and health columns are null once the person's key was destroyed. */
export const accidents = table(
  'accidents',
  {
    accidentId: uuid().key(),
    participantId: uuid(),
    kind: text<AccidentKind>(),
    placeKind: text<PlaceKind>(),
    occurredOn: day(),
    occurredAt: text(),
    notifiedBy: text<Notifier>(),
    status: text<AccidentStatus>(),
    evidence: json<readonly EvidenceKind[]>(),
    effect: text<Effect>().nullable(),
    stageOneOn: day().nullable(),
    stageOneLate: yesNo().nullable(),
    concludeBy: day().nullable(),
    conclusion: text<Conclusion>().nullable(),
    concludedOn: day().nullable(),
    concludedLate: yesNo().nullable(),
    conclusionReason: text().nullable(),
    statedOn: day().nullable(),
    finallyStatedOn: day().nullable(),
    stageTwoOn: day().nullable(),
    stageTwoLate: yesNo().nullable(),
    transportIdr: rupiah(),
    billingClosedOn: day().nullable(),
    /** The most urgent step and its deadline; null when nothing is to be done, or there is no deadline in law. */
    nextStep: text<Step>().nullable(),
    dueAt: instant().nullable(),
    contactName: text().nullable(),
    contactPhone: text().nullable(),
    place: text().nullable(),
    chronology: text().nullable(),
    bodyPart: text().nullable(),
    condition: text<MedicalCondition>().nullable(),
    diagnosis: text().nullable(),
    dominantHand: text<Hand>().nullable(),
    injuries: json<readonly StatedInjury[]>().nullable(),
    unableFrom: day().nullable(),
    unableUntil: day().nullable(),
    diedOn: day().nullable(),
    revision: integer(),
  },
  {
    indexes: [
      index('accidents_by_urgency', [['dueAt', 'infinity'], 'accidentId']),
      index('accidents_by_participant', ['participantId', ['dueAt', 'infinity'], 'accidentId']),
    ],
  },
);

export type AccidentRow = Row<typeof accidents>;

/** What is to be done about an accident, the most urgent first. */
export function stepsOf(row: AccidentRow): readonly ExpectedStep[] {
  return expectedSteps({ ...row, stageTwoReported: row.stageTwoOn !== null });
}

/** The most urgent first; what has no deadline comes last. */
export const BY_URGENCY = ordering(accidents, [['dueAt', 'infinity'], 'accidentId']);

/** Referrals and guarantee letters. */
export const letters = table('letters', {
  accidentId: uuid().key(),
  number: text().key(),
  kind: text<'REFERRAL' | 'GUARANTEE'>(),
  facilityId: uuid(),
  issuedOn: day(),
});

/** Stays and courses of treatment, each with its invoice. */
export const care = table(
  'care',
  {
    eventId: uuid().key(),
    accidentId: uuid(),
    facilityId: uuid(),
    admittedOn: day(),
    dischargedOn: day(),
    invoiceNumber: text(),
    invoiceIdr: rupiah(),
    billing: text<Billing>(),
  },
  { indexes: [index('care_by_accident', ['accidentId', 'admittedOn'])] },
);

export const timeline = timelineTable();
