import { CARE_BEARERS, CONCLUSIONS, HANDS, INJURY_KINDS, OTHER_PAYERS, OTHER_PAYER_STATUSES } from '#law';
import { PageOf, TimelineItem, shape, shown, actionsAt, whatCanBeDone } from '#http';
import {
  ACCIDENT_KINDS,
  ADVANCED_BY,
  EFFECTS,
  EVIDENCE_KINDS,
  NOTIFIERS,
  PLACE_KINDS,
} from '../../domain/accident.events.js';
import { MEDICAL_CONDITIONS } from '../../domain/statement.events.js';
import { AUTHORITIES } from '../../domain/determination.events.js';
import { STEPS } from '../../domain/next-step.js';
import { ACCIDENT_STATUSES, LETTER_KINDS } from './accident.tables.js';

const NULL = { nullable: true } as const;

/** One accident in a list. Nothing in it is personal. */
export class AccidentSummary extends shape({
  accidentId: shown.uuid(),
  participantId: shown.uuid(),
  kind: shown.code(ACCIDENT_KINDS),
  occurredOn: shown.day(),
  status: shown.code(ACCIDENT_STATUSES),
  conclusion: shown.code(CONCLUSIONS, { ...NULL, description: 'Null until it is concluded' }),
  nextStep: shown.code(STEPS, { ...NULL, description: 'The most urgent step; null when none is open' }),
  dueAt: shown.instant({ ...NULL, description: 'Its deadline, if it has one' }),
  overdue: shown.yesNo({ description: 'The deadline has passed' }),
}) {}

export class AccidentPage extends PageOf(AccidentSummary) {}

/** A step that somebody has to take. */
export class ExpectedStepItem extends shape({
  step: shown.code(STEPS),
  dueAt: shown.instant(NULL),
  overdue: shown.yesNo(),
}) {}

export class LetterItem extends shape({
  kind: shown.code(LETTER_KINDS),
  number: shown.text({ example: 'R-3F2A9C01D4E7-1' }),
  facilityId: shown.uuid(),
  issuedOn: shown.day(),
  validUntil: shown.instant({
    ...NULL,
    description: 'Of a provisional one: its end, unless an office confirms it by a guarantee letter',
  }),
}) {}

export class CareItem extends shape({
  facilityId: shown.uuid(),
  admittedOn: shown.day(),
  dischargedOn: shown.day(),
  invoiceNumber: shown.text(),
  invoiceIdr: shown.rupiah(),
  billing: shown.code(['GUARANTEED', 'REIMBURSEMENT']),
  paidBy: shown.code(ADVANCED_BY, {
    nullable: true,
    description: 'Who paid what is claimed back; null where nobody said: the participant',
  }),
  mayRepeat: shown.text({
    each: true,
    description: 'Numbers of bills that it may repeat: an office says that they are apart. Empty to a PLKK',
  }),
}) {}

/** Whom to ask; null once the person was erased. */
export class ContactItem extends shape({
  name: shown.text(NULL),
  phone: shown.text(NULL),
  place: shown.text({ ...NULL, description: 'Where it happened' }),
}) {}

const GIVEN = { optional: true } as const;

/** One item of the disability table, with what the doctor gave beside it. */
export class StatedInjuryItem extends shape({
  item: shown.text({ example: 'JARI_LAIN_TANGAN' }),
  side: shown.code(HANDS, GIVEN),
  kind: shown.code(INJURY_KINDS, GIVEN),
  functionLossPct: shown.number(GIVEN),
  units: shown.number(GIVEN),
  percent: shown.number(GIVEN),
  shorteningCm: shown.number(GIVEN),
  abilityLossPct: shown.number(GIVEN),
  betterEyeLossPct: shown.number(GIVEN),
  worseEyeLossPct: shown.number(GIVEN),
}) {}

/** Health data: only for those who treat, assess or audit. */
export class HealthItem extends shape({
  chronology: shown.text(NULL),
  bodyPart: shown.text(NULL),
  condition: shown.code(MEDICAL_CONDITIONS, NULL),
  diagnosis: shown.text(NULL),
  dominantHand: shown.code(HANDS, NULL),
  injuries: shown.nested(() => StatedInjuryItem, {
    each: true,
    description: 'Items of the disability table',
  }),
  unableFrom: shown.day(NULL),
  unableUntil: shown.day(NULL),
  diedOn: shown.day(NULL),
}) {}

/** Everything the read model knows of one accident. */
export class AccidentDetail extends shape(
  {
    revision: shown.revision(),
    actions: actionsAt('/accidents/0b4f…'),
    whatCanBeDone,
    placeKind: shown.code(PLACE_KINDS),
    occurredAt: shown.clockTime({ example: '08:00', description: 'Local time in Jakarta' }),
    employerId: shown.uuid({
      nullable: true,
      description: 'At whose work it happened; null of whoever worked for himself',
    }),
    projectId: shown.uuid({
      nullable: true,
      description: 'On which construction project it happened, if on one',
    }),
    notifiedBy: shown.code(NOTIFIERS),
    evidence: shown.code(EVIDENCE_KINDS, { each: true }),
    effect: shown.code(EFFECTS, NULL),
    stageOneOn: shown.day(NULL),
    stageOneLate: shown.yesNo(NULL),
    concludeBy: shown.day({ ...NULL, description: '30 days after stage I' }),
    concludedOn: shown.day(NULL),
    concludedLate: shown.yesNo(NULL),
    conclusionReason: shown.text(NULL),
    determinedBy: shown.code(AUTHORITIES, {
      ...NULL,
      description: 'The highest authority that determined it; null where BPJS concluded it, or nobody did',
    }),
    determinedOn: shown.day(NULL),
    careBearer: shown.code(CARE_BEARERS, {
      ...NULL,
      description: 'Who bears the care of one that was no work accident; null where nobody was named',
    }),
    statedOn: shown.day({ ...NULL, description: "Day of the newest doctor's statement" }),
    stageTwoOn: shown.day(NULL),
    stageTwoLate: shown.yesNo(NULL),
    transportIdr: shown.rupiah({ description: 'Receipts of transport, added up' }),
    otherPayer: shown.code(OTHER_PAYERS, {
      ...NULL,
      description: 'Who pays for care before JKK; null where nobody said',
    }),
    otherPayerStatus: shown.code(OTHER_PAYER_STATUSES, { ...NULL, description: 'What it said last' }),
    otherPayerIdr: shown.rupiah({ ...NULL, description: 'What it guaranteed or paid' }),
    billingClosedOn: shown.day({
      ...NULL,
      description: 'The JKK claim was approved then; later invoices are refused',
    }),
    expected: shown.nested(() => ExpectedStepItem, {
      each: true,
      description: 'Everything to be done, the most urgent first',
    }),
    letters: shown.nested(() => LetterItem, { each: true }),
    care: shown.nested(() => CareItem, { each: true }),
    contact: shown.nested(() => ContactItem),
    health: shown.nested(() => HealthItem, {
      ...NULL,
      description: 'Null for roles that may not see health data',
    }),
    timeline: shown.nested(() => TimelineItem, { each: true }),
  },
  AccidentSummary,
) {}
