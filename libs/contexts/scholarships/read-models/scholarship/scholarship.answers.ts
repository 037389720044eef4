import { ApiProperty } from '@nestjs/swagger';
import type { LocalDate } from '#kernel';
import { LEVELS, type Level } from '#law';
import { PageOf, TimelineItem } from '#http';
import {
  END_REASONS,
  EVIDENCE_KINDS,
  type EndReason,
  SCHOLARSHIP_PAYEES,
  type ScholarshipEvidenceKind,
  type ScholarshipPayee,
} from '../../domain/scholarship.events.js';
import {
  SCHOLARSHIP_STATUSES,
  type ScholarshipStatus,
  YEAR_STATUSES,
  type YearStatus,
} from './scholarship.tables.js';

/** One scholarship in a list. What is projected, approved and paid are three different things. */
export class ScholarshipSummary {
  @ApiProperty({ format: 'uuid' })
  readonly scholarshipId!: string;

  @ApiProperty({ format: 'uuid' })
  readonly claimId!: string;

  @ApiProperty({ format: 'uuid' })
  readonly participantId!: string;

  @ApiProperty({ format: 'uuid' })
  readonly childId!: string;

  @ApiProperty({ enum: SCHOLARSHIP_STATUSES })
  readonly status!: ScholarshipStatus;

  @ApiProperty({ type: String, format: 'date' })
  readonly grantedOn!: LocalDate;

  @ApiProperty({ enum: LEVELS, nullable: true, description: 'Null below school age' })
  readonly level!: Level | null;

  @ApiProperty({ type: Number, nullable: true })
  readonly yearInLevel!: number | null;

  @ApiProperty({ description: 'The most it can come to; never a payment' })
  readonly projectedIdr!: number;

  @ApiProperty({ description: 'Approved so far' })
  readonly approvedIdr!: number;

  @ApiProperty({ description: 'Settled by the bank so far' })
  readonly paidIdr!: number;
}

export class ScholarshipPage extends PageOf(ScholarshipSummary) {}

export class ScholarshipComponentItem {
  @ApiProperty({ example: 'SCHOLARSHIP_SMA' })
  readonly code!: string;

  @ApiProperty()
  readonly amountIdr!: number;

  @ApiProperty()
  readonly law!: string;

  @ApiProperty()
  readonly article!: string;

  @ApiProperty({ description: 'The calculation in digits' })
  readonly arithmetic!: string;
}

export class EvidenceDocumentItem {
  @ApiProperty({ enum: EVIDENCE_KINDS })
  readonly kind!: ScholarshipEvidenceKind;

  @ApiProperty()
  readonly reference!: string;
}

export class YearRefusal {
  @ApiProperty({ example: 'REJECTED_NO_EVIDENCE' })
  readonly decision!: string;

  @ApiProperty()
  readonly rule!: string;

  @ApiProperty()
  readonly law!: string;

  @ApiProperty()
  readonly article!: string;

  @ApiProperty()
  readonly detail!: string;
}

export class ScholarshipYearItem {
  @ApiProperty()
  readonly year!: number;

  @ApiProperty({ enum: YEAR_STATUSES })
  readonly status!: YearStatus;

  @ApiProperty({ enum: LEVELS })
  readonly level!: Level;

  @ApiProperty()
  readonly yearInLevel!: number;

  @ApiProperty({ description: 'Who took the evidence; somebody else decides' })
  readonly submittedBy!: string;

  @ApiProperty({ type: String, format: 'date' })
  readonly submittedOn!: LocalDate;

  @ApiProperty({ type: [EvidenceDocumentItem] })
  readonly documents!: readonly EvidenceDocumentItem[];

  @ApiProperty({ enum: SCHOLARSHIP_PAYEES })
  readonly payee!: ScholarshipPayee;

  @ApiProperty({ type: String, nullable: true, example: '****7890' })
  readonly accountMasked!: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly deciderId!: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date' })
  readonly decidedOn!: LocalDate | null;

  @ApiProperty({ type: [ScholarshipComponentItem] })
  readonly components!: readonly ScholarshipComponentItem[];

  @ApiProperty({ description: 'Approved for this year' })
  readonly amountIdr!: number;

  @ApiProperty({ type: YearRefusal, nullable: true })
  readonly refusal!: YearRefusal | null;

  @ApiProperty({ type: String, nullable: true, format: 'uuid' })
  readonly payoutId!: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date' })
  readonly paidOn!: LocalDate | null;
}

/** One event in the story of a scholarship. */
export class ScholarshipTimelineItem extends TimelineItem {
  @ApiProperty({ type: Number, nullable: true, description: 'The school year it is about' })
  readonly year!: number | null;
}

/** Everything the read model knows of one scholarship. */
export class ScholarshipDetail extends ScholarshipSummary {
  @ApiProperty({ description: 'Send it as If-Match: "<revision>"' })
  readonly revision!: number;

  @ApiProperty({ type: String, format: 'date', description: 'Of the death or of the total disability' })
  readonly eventDate!: LocalDate;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'School years ahead on the day of the event, by level',
  })
  readonly remainingYears!: Readonly<Record<Level, number>>;

  @ApiProperty({ type: [ScholarshipComponentItem] })
  readonly projected!: readonly ScholarshipComponentItem[];

  @ApiProperty()
  readonly ruleSetVersion!: string;

  @ApiProperty({ enum: END_REASONS, nullable: true })
  readonly endReason!: EndReason | null;

  @ApiProperty({ type: String, nullable: true, format: 'date' })
  readonly endedOn!: LocalDate | null;

  @ApiProperty({ type: [ScholarshipYearItem] })
  readonly years!: readonly ScholarshipYearItem[];

  @ApiProperty({ type: [ScholarshipTimelineItem] })
  readonly timeline!: readonly ScholarshipTimelineItem[];
}
