import {
  CARE_BEARERS,
  CONCLUSIONS,
  HANDS,
  INJURY_KINDS,
  OTHER_PAYERS,
  OTHER_PAYER_STATUSES,
  TRANSPORT_MODES,
} from '#law';
import { asked, shape } from '#http';
import {
  ACCIDENT_KINDS,
  EFFECTS,
  EVIDENCE_KINDS,
  NOTIFIERS,
  PLACE_KINDS,
  ADVANCED_BY,
  WORKED_FOR,
} from '../domain/accident.events.js';
import { NOT_CONFIRMED_REASONS } from '../domain/guarantee.events.js';
import { DOCTOR_KINDS, MEDICAL_CONDITIONS } from '../domain/statement.events.js';
import { AUTHORITIES } from '../domain/determination.events.js';
import { MOST_ACCIDENTS_OF_A_DAY } from '../domain/accident.js';

export class NoticePersonBody extends shape({
  contactName: asked.name({ description: 'Whom to ask', example: 'Sari Contoh' }),
  contactPhone: asked.phone(),
  place: asked.text({ max: 200, description: 'Where it happened', example: 'Pasar Contoh, blok A' }),
}) {}

export class NoticeHealthBody extends shape({
  chronology: asked.text({
    max: 2000,
    description: 'What happened and what caused it (kronologi)',
    example: 'A crate fell on her hand while unloading',
  }),
  bodyPart: asked.text({ max: 100, optional: true, example: 'right hand' }),
}) {}

export class NotifyAccidentBody extends shape({
  participantId: asked.uuid(),
  kind: asked.code(ACCIDENT_KINDS, { example: 'AT_WORK' }),
  placeKind: asked.code(PLACE_KINDS),
  occurredOn: asked.day({ description: 'Day of the accident; of an occupational disease, of the diagnosis' }),
  occurredAt: asked.clockTime({ description: 'Local time in Jakarta' }),
  nthOfDay: asked.integer({
    min: 1,
    max: MOST_ACCIDENTS_OF_A_DAY,
    optional: true,
    description: 'Only for another accident of the same worker on the same day: 2, 3, …',
  }),
  workedFor: asked.code(WORKED_FOR, {
    optional: true,
    description: 'Needed of somebody who works for himself and for an employer',
  }),
  employerId: asked.uuid({
    optional: true,
    description: 'At whose work it happened; needed of a wage earner who had several employers on that day',
  }),
  projectId: asked.uuid({
    optional: true,
    description:
      'On which construction project it happened (JAKON); nothing of workedFor and employerId then',
  }),
  notifiedBy: asked.code(NOTIFIERS, { description: 'GROUP is a group of self-employed workers' }),
  person: asked.nested(() => NoticePersonBody),
  health: asked.nested(() => NoticeHealthBody),
}) {}

const reportedAt = asked.instant({
  optional: true,
  description: 'When the form came in, for a paper form that is entered later; now when left out',
});

export class ReportStageOneBody extends shape({
  reportedBy: asked.code(NOTIFIERS, { description: 'Who signed form KK1' }),
  reportedAt,
  effect: asked.code(EFFECTS),
  evidence: asked.code(EVIDENCE_KINDS, { each: true, description: 'What was handed in; may be empty' }),
}) {}

export class ReceiveEvidenceBody extends shape({
  evidence: asked.code(EVIDENCE_KINDS, { each: true, description: 'What was handed in now' }),
}) {}

export class PlkkLetterBody extends shape({
  facilityId: asked.uuid({
    description: 'The facility, with a PLKK agreement in force on the day of the letter',
  }),
  issuedOn: asked.day({ optional: true, description: 'Day of the letter; today when left out' }),
}) {}

export class ProvisionalGuaranteeBody extends shape({
  facilityId: asked.uuid({ description: 'The facility of the desk, with an agreement in force today' }),
}) {}

export class RefuseProvisionalGuaranteeBody extends shape({
  facilityId: asked.uuid({ description: 'The facility that holds the letter' }),
  reason: asked.code(NOT_CONFIRMED_REASONS),
}) {}

export class NameOtherPayerBody extends shape({
  payer: asked.code(OTHER_PAYERS, { description: 'Jasa Raharja in traffic; abroad the insurance there' }),
  status: asked.code(OTHER_PAYER_STATUSES, {
    description: 'NOT_COVERED: by its own rules, as when only one vehicle was in it',
  }),
  amountIdr: asked.rupiah({ optional: true, description: 'What it guaranteed or paid', example: 20_000_000 }),
  byAir: asked.yesNo({ optional: true, description: 'An accident of an aircraft' }),
  reference: asked.paperNumber({
    max: 100,
    description: 'Number of its letter, or of the police report that says why it pays nothing',
    example: 'JR/0917/2026',
  }),
}) {}

export class CareHealthBody extends shape({
  procedures: asked.text({ max: 2000, description: 'What was done', example: 'Wound care and suturing' }),
}) {}

const paidBy = asked.code(ADVANCED_BY, {
  optional: true,
  description: 'Who paid what is claimed back, and is repaid by the claim; the participant where nobody says',
});

export class RecordCareBody extends shape({
  facilityId: asked.uuid(),
  admittedOn: asked.day({ description: 'First day of the stay or treatment' }),
  dischargedOn: asked.day({ description: 'Last day of the stay or treatment' }),
  invoiceNumber: asked.paperNumber({
    max: 60,
    description: "The facility's own number",
    example: 'INV-2026-0917',
  }),
  invoiceIdr: asked.rupiah({ min: 1, description: 'What the care cost', example: 37_450_000 }),
  paidBy,
  apart: asked.yesNo({
    optional: true,
    description:
      'Said by an office that has compared them: it repeats none of the bills of the same time, or of the same sum, that the accident has',
  }),
  health: asked.nested(() => CareHealthBody),
}) {}

const percent = (description: string) => asked.number({ min: 0, max: 100, optional: true, description });

export class InjuryBody extends shape({
  item: asked.text({
    max: 60,
    description: 'Item code of the disability table (PP 44/2015, Annex III)',
    example: 'JARI_LAIN_TANGAN',
  }),
  side: asked.code(HANDS, { optional: true, description: 'Of arms, hands and fingers' }),
  kind: asked.code(INJURY_KINDS, { optional: true, description: 'Follows from the item when left out' }),
  functionLossPct: percent('What the part lost of its function; 100 when left out'),
  units: asked.integer({
    min: 1,
    max: 100,
    optional: true,
    description: 'Steps of 10 dB or 10 %; auricles lost',
  }),
  percent: percent("The doctor's percentage where the row gives a range"),
  shorteningCm: asked.number({
    min: 0,
    max: 100,
    optional: true,
    description: 'Shortening of a leg in centimetres',
  }),
  abilityLossPct: percent('Loss of the ability for physical work'),
  betterEyeLossPct: percent('Loss of sight of the better eye'),
  worseEyeLossPct: percent('Loss of sight of the worse eye'),
}) {}

export class FindingsBody extends shape({
  condition: asked.code(MEDICAL_CONDITIONS, {
    description: 'All but UNDER_TREATMENT are final',
    example: 'PARTIAL_ANATOMIC',
  }),
  diagnosis: asked.text({ max: 500, example: 'Traumatic amputation of a finger' }),
  dominantHand: asked.code(HANDS, {
    description: 'For a left-handed person right and left swap in the table',
  }),
  injuries: asked.nested(() => InjuryBody, {
    each: true,
    maxItems: 30,
    description: 'For PARTIAL_ANATOMIC and PARTIAL_FUNCTIONAL at least one, otherwise empty',
  }),
  unableFrom: asked.day({ optional: true, description: 'First day of temporary incapacity (STMB)' }),
  unableUntil: asked.day({
    optional: true,
    description: 'Last day of temporary incapacity; not after statedOn',
  }),
  diedOn: asked.day({ optional: true, description: 'Day of death, for the condition DEAD only' }),
}) {}

export class IssueDoctorStatementBody extends shape({
  doctorKind: asked.code(DOCTOR_KINDS),
  statedOn: asked.day({ description: 'Day of the statement' }),
  health: asked.nested(() => FindingsBody),
}) {}

export class ConcludeAccidentBody extends shape({
  conclusion: asked.code(CONCLUSIONS),
  reason: asked.text({
    max: 500,
    description: 'Why, in words that name no person and no diagnosis',
    example: 'At the registered place of work, in working hours',
  }),
  concludedOn: asked.day({ optional: true, description: 'Day of the conclusion; today when left out' }),
}) {}

export class IssueDeterminationBody extends shape({
  by: asked.code(AUTHORITIES, { description: 'The highest holds, of the same the latest' }),
  conclusion: asked.code(CONCLUSIONS),
  issuedOn: asked.day({ optional: true, description: 'Day of the paper; today when left out' }),
  number: asked.paperNumber({ max: 100, description: 'Number of the paper', example: 'PGW/0917/2026' }),
  reason: asked.text({ max: 500, description: 'Its grounds, in words that name no person and no diagnosis' }),
}) {}

export class NameCareBearerBody extends shape({
  bearer: asked.code(CARE_BEARERS, { description: 'Whom the facilities bill in place of JKK' }),
}) {}

export class TransportReceiptBody extends shape({
  mode: asked.code(TRANSPORT_MODES),
  amountIdr: asked.rupiah({ min: 1, example: 350_000 }),
  paidBy,
}) {}

export class ReportStageTwoBody extends shape({
  reportedBy: asked.code(NOTIFIERS, { description: 'Who signed form KK2' }),
  reportedAt,
  transport: asked.nested(() => TransportReceiptBody, {
    each: true,
    description: 'Receipts of transport; may be empty, several of one mode are added up',
  }),
  wageContinued: asked.yesNo({
    optional: true,
    description:
      'Of a wage earner: whether the employer kept paying the wage, and so is paid what comes in its place (STMB); taken as true where nobody says',
  }),
}) {}
