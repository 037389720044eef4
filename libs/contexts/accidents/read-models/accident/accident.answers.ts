import { ApiProperty } from '@nestjs/swagger';
import { CONCLUSIONS, type Conclusion, HANDS, type Hand } from '#law';
import type { Instant, LocalDate } from '#kernel';
import { PageOf, TimelineItem } from '#http';
import {
  ACCIDENT_KINDS,
  type AccidentKind,
  type Billing,
  EFFECTS,
  EVIDENCE_KINDS,
  type Effect,
  type EvidenceKind,
  MEDICAL_CONDITIONS,
  type MedicalCondition,
  NOTIFIERS,
  type Notifier,
  PLACE_KINDS,
  type PlaceKind,
  type StatedInjury,
} from '../../domain/accident.events.js';
import { STEPS, type Step } from '../../domain/next-step.js';
import { ACCIDENT_STATUSES, type AccidentStatus } from './accident.tables.js';

/** One accident in a list. Nothing in it is personal. */
export class AccidentSummary {
  @ApiProperty({ format: 'uuid' })
  readonly accidentId!: string;

  @ApiProperty({ format: 'uuid' })
  readonly participantId!: string;

  @ApiProperty({ enum: ACCIDENT_KINDS })
  readonly kind!: AccidentKind;

  @ApiProperty({ type: String, format: 'date' })
  readonly occurredOn!: LocalDate;

  @ApiProperty({ enum: ACCIDENT_STATUSES })
  readonly status!: AccidentStatus;

  @ApiProperty({ enum: CONCLUSIONS, nullable: true, description: 'Null until it is concluded' })
  readonly conclusion!: Conclusion | null;

  @ApiProperty({ enum: STEPS, nullable: true, description: 'The most urgent step; null when none is open' })
  readonly nextStep!: Step | null;

  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date-time',
    description: 'Its deadline, if it has one',
  })
  readonly dueAt!: Instant | null;

  @ApiProperty({ description: 'The deadline has passed' })
  readonly overdue!: boolean;
}

export class AccidentPage extends PageOf(AccidentSummary) {}

/** A step that somebody has to take. */
export class ExpectedStepItem {
  @ApiProperty({ enum: STEPS })
  readonly step!: Step;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  readonly dueAt!: Instant | null;

  @ApiProperty()
  readonly overdue!: boolean;
}

export class LetterItem {
  @ApiProperty({ enum: ['REFERRAL', 'GUARANTEE'] })
  readonly kind!: 'REFERRAL' | 'GUARANTEE';

  @ApiProperty({ example: 'R-3F2A9C01D4E7-1' })
  readonly number!: string;

  @ApiProperty({ format: 'uuid' })
  readonly facilityId!: string;

  @ApiProperty({ type: String, format: 'date' })
  readonly issuedOn!: LocalDate;
}

export class CareItem {
  @ApiProperty({ format: 'uuid' })
  readonly facilityId!: string;

  @ApiProperty({ type: String, format: 'date' })
  readonly admittedOn!: LocalDate;

  @ApiProperty({ type: String, format: 'date' })
  readonly dischargedOn!: LocalDate;

  @ApiProperty()
  readonly invoiceNumber!: string;

  @ApiProperty()
  readonly invoiceIdr!: number;

  @ApiProperty({ enum: ['GUARANTEED', 'REIMBURSEMENT'] })
  readonly billing!: Billing;
}

/** Whom to ask; null once the person was erased. */
export class ContactItem {
  @ApiProperty({ type: String, nullable: true })
  readonly name!: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly phone!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Where it happened' })
  readonly place!: string | null;
}

/** Health data: only for those who treat, assess or audit. */
export class HealthItem {
  @ApiProperty({ type: String, nullable: true })
  readonly chronology!: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly bodyPart!: string | null;

  @ApiProperty({ enum: MEDICAL_CONDITIONS, nullable: true })
  readonly condition!: MedicalCondition | null;

  @ApiProperty({ type: String, nullable: true })
  readonly diagnosis!: string | null;

  @ApiProperty({ enum: HANDS, nullable: true })
  readonly dominantHand!: Hand | null;

  @ApiProperty({ type: [Object], description: 'Items of the disability table' })
  readonly injuries!: readonly StatedInjury[];

  @ApiProperty({ type: String, nullable: true, format: 'date' })
  readonly unableFrom!: LocalDate | null;

  @ApiProperty({ type: String, nullable: true, format: 'date' })
  readonly unableUntil!: LocalDate | null;

  @ApiProperty({ type: String, nullable: true, format: 'date' })
  readonly diedOn!: LocalDate | null;
}

/** Everything the read model knows of one accident. */
export class AccidentDetail extends AccidentSummary {
  @ApiProperty({ description: 'Send it as If-Match: "<revision>"' })
  readonly revision!: number;

  @ApiProperty({ enum: PLACE_KINDS })
  readonly placeKind!: PlaceKind;

  @ApiProperty({ example: '08:00', description: 'Local time in Jakarta' })
  readonly occurredAt!: string;

  @ApiProperty({ enum: NOTIFIERS })
  readonly notifiedBy!: Notifier;

  @ApiProperty({ enum: EVIDENCE_KINDS, isArray: true })
  readonly evidence!: readonly EvidenceKind[];

  @ApiProperty({ enum: EFFECTS, nullable: true })
  readonly effect!: Effect | null;

  @ApiProperty({ type: String, nullable: true, format: 'date' })
  readonly stageOneOn!: LocalDate | null;

  @ApiProperty({ type: Boolean, nullable: true })
  readonly stageOneLate!: boolean | null;

  @ApiProperty({ type: String, nullable: true, format: 'date', description: '30 days after stage I' })
  readonly concludeBy!: LocalDate | null;

  @ApiProperty({ type: String, nullable: true, format: 'date' })
  readonly concludedOn!: LocalDate | null;

  @ApiProperty({ type: Boolean, nullable: true })
  readonly concludedLate!: boolean | null;

  @ApiProperty({ type: String, nullable: true })
  readonly conclusionReason!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date',
    description: "Day of the newest doctor's statement",
  })
  readonly statedOn!: LocalDate | null;

  @ApiProperty({ type: String, nullable: true, format: 'date' })
  readonly stageTwoOn!: LocalDate | null;

  @ApiProperty({ type: Boolean, nullable: true })
  readonly stageTwoLate!: boolean | null;

  @ApiProperty({ description: 'Receipts of transport, added up' })
  readonly transportIdr!: number;

  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date',
    description: 'The JKK claim was approved then; later invoices are refused',
  })
  readonly billingClosedOn!: LocalDate | null;

  @ApiProperty({ type: [ExpectedStepItem], description: 'Everything to be done, the most urgent first' })
  readonly expected!: readonly ExpectedStepItem[];

  @ApiProperty({ type: [LetterItem] })
  readonly letters!: readonly LetterItem[];

  @ApiProperty({ type: [CareItem] })
  readonly care!: readonly CareItem[];

  @ApiProperty({ type: ContactItem })
  readonly contact!: ContactItem;

  @ApiProperty({
    type: HealthItem,
    nullable: true,
    description: 'Null for roles that may not see health data',
  })
  readonly health!: HealthItem | null;

  @ApiProperty({ type: [TimelineItem] })
  readonly timeline!: readonly TimelineItem[];
}
