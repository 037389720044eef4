import type { CareBearer, Conclusion, Hand, OtherPayer, OtherPayerStatus } from '#law';
import {
  type Row,
  day,
  index,
  instant,
  integer,
  json,
  ordering,
  rupiah as money,
  table,
  text,
  uuid,
  yesNo,
} from '#postgres';
import { aliasTable, sightTable, timelineTable } from '#followers';
import type { Instant } from '#kernel';
import type {
  AccidentKind,
  AdvancedBy,
  Billing,
  Effect,
  EvidenceKind,
  Notifier,
  PlaceKind,
} from '../../domain/accident.events.js';
import type { MedicalCondition, StatedInjury } from '../../domain/statement.events.js';
import { type CareStep, CARE_STEPS } from '../../domain/accident.js';
import type { Authority } from '../../domain/determination.events.js';
import type { Step } from '../../domain/next-step.js';

/** Where an accident stands: the situations of the domain. */
export const ACCIDENT_STATUSES = [
  'NOTICE_RECEIVED',
  ...CARE_STEPS,
  'STAGE_II_REPORTED',
  'NOT_WORK_ACCIDENT',
  'NOTICE_WITHDRAWN',
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
    /** At whose work it happened; null of whoever worked for himself. */
    employerId: uuid().nullable(),
    projectId: uuid().nullable(),
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
    /** The highest authority that determined it, and when; null where none did. */
    determinedBy: text<Authority>().nullable(),
    determinedOn: day().nullable(),
    /** How far its care has got, whatever became of it. */
    careStep: text<CareStep>(),
    /** Facilities that were promised payment, while nobody knew whether it was one. */
    promisedTo: json<readonly string[]>(),
    /** Who was named to bear their care; null where nobody was. */
    careBearer: text<CareBearer>().nullable(),
    /** Facilities that know it. */
    bearerToldTo: json<readonly string[]>(),
    statedOn: day().nullable(),
    finallyStatedOn: day().nullable(),
    stageTwoOn: day().nullable(),
    stageTwoLate: yesNo().nullable(),
    transportIdr: money(),
    /** Who pays for care before JKK, and what it has said so far; null where nobody said. */
    otherPayer: text<OtherPayer>().nullable(),
    otherPayerStatus: text<OtherPayerStatus>().nullable(),
    otherPayerIdr: money().nullable(),
    /** Letters that desks issued themselves, and that no office has answered. */
    provisional: json<readonly { readonly facilityId: string; readonly validUntil: Instant }[]>(),
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

/** The most urgent first; what has no deadline comes last. */
export const BY_URGENCY = ordering(accidents, [['dueAt', 'infinity'], 'accidentId']);

export const LETTER_KINDS = ['REFERRAL', 'GUARANTEE', 'PROVISIONAL'] as const;

export type LetterKind = (typeof LETTER_KINDS)[number];

/** Referrals and guarantee letters. */
export const letters = table('letters', {
  accidentId: uuid().key(),
  number: text().key(),
  kind: text<LetterKind>(),
  facilityId: uuid(),
  issuedOn: day(),
  /** Of a provisional one: its end, unless an office confirms it. */
  validUntil: instant().nullable(),
});

/** Stays and courses of treatment, each with its invoice. */
export const care = table(
  'care',
  {
    /** Follows from the three that name an invoice. */
    careId: uuid().key(),
    accidentId: uuid(),
    facilityId: uuid(),
    admittedOn: day(),
    dischargedOn: day(),
    invoiceNumber: text(),
    invoiceIdr: money(),
    billing: text<Billing>(),
    /** Who paid what is claimed back; null where nobody said. */
    paidBy: text<AdvancedBy>().nullable(),
    /** Numbers of bills that it may repeat; an office said that they are apart. */
    mayRepeat: json<readonly string[]>(),
  },
  { indexes: [index('care_by_accident', ['accidentId', 'admittedOn'])] },
);

export type CareRow = Row<typeof care>;

/** Which facility sees an accident: the one that gave notice of it, and those that the victim was sent to. */
export const sight = sightTable();

export const timeline = timelineTable();

/** Which ids are one person's. */
export const aliases = aliasTable();
