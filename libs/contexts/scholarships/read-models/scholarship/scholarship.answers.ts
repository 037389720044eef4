import { ApiProperty } from '@nestjs/swagger';
import type { LocalDate } from '#kernel';
import { LEVELS, type Level } from '#law';
import {
  CodeAnswer,
  DayAnswer,
  NestedAnswer,
  NumberAnswer,
  PageOf,
  RupiahAnswer,
  TextAnswer,
  TimelineItem,
  UuidAnswer,
} from '#http';
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
  @UuidAnswer()
  readonly scholarshipId!: string;

  @UuidAnswer()
  readonly claimId!: string;

  @UuidAnswer()
  readonly participantId!: string;

  @UuidAnswer()
  readonly childId!: string;

  @CodeAnswer(SCHOLARSHIP_STATUSES)
  readonly status!: ScholarshipStatus;

  @DayAnswer()
  readonly grantedOn!: LocalDate;

  @CodeAnswer(LEVELS, { nullable: true, description: 'Null below school age' })
  readonly level!: Level | null;

  @NumberAnswer({ nullable: true })
  readonly yearInLevel!: number | null;

  @RupiahAnswer({ description: 'The most it can come to; never a payment' })
  readonly projectedIdr!: number;

  @RupiahAnswer({ description: 'Approved so far' })
  readonly approvedIdr!: number;

  @RupiahAnswer({ description: 'Settled by the bank so far' })
  readonly paidIdr!: number;
}

export class ScholarshipPage extends PageOf(ScholarshipSummary) {}

export class ScholarshipComponentItem {
  @TextAnswer({ example: 'SCHOLARSHIP_SMA' })
  readonly code!: string;

  @RupiahAnswer()
  readonly amountIdr!: number;

  @TextAnswer()
  readonly law!: string;

  @TextAnswer()
  readonly article!: string;

  @TextAnswer({ description: 'The calculation in digits' })
  readonly arithmetic!: string;
}

export class EvidenceDocumentItem {
  @CodeAnswer(EVIDENCE_KINDS)
  readonly kind!: ScholarshipEvidenceKind;

  @TextAnswer()
  readonly reference!: string;
}

export class YearRefusal {
  @TextAnswer({ example: 'REJECTED_NO_EVIDENCE' })
  readonly decision!: string;

  @TextAnswer()
  readonly rule!: string;

  @TextAnswer()
  readonly law!: string;

  @TextAnswer()
  readonly article!: string;

  @TextAnswer()
  readonly detail!: string;
}

export class ScholarshipYearItem {
  @NumberAnswer()
  readonly year!: number;

  @CodeAnswer(YEAR_STATUSES)
  readonly status!: YearStatus;

  @CodeAnswer(LEVELS)
  readonly level!: Level;

  @NumberAnswer()
  readonly yearInLevel!: number;

  @TextAnswer({ description: 'Who took the evidence; somebody else decides' })
  readonly submittedBy!: string;

  @DayAnswer()
  readonly submittedOn!: LocalDate;

  @NestedAnswer(() => EvidenceDocumentItem, { each: true })
  readonly documents!: readonly EvidenceDocumentItem[];

  @CodeAnswer(SCHOLARSHIP_PAYEES)
  readonly payee!: ScholarshipPayee;

  @TextAnswer({ nullable: true, example: '****7890' })
  readonly accountMasked!: string | null;

  @TextAnswer({ nullable: true })
  readonly deciderId!: string | null;

  @DayAnswer({ nullable: true })
  readonly decidedOn!: LocalDate | null;

  @NestedAnswer(() => ScholarshipComponentItem, { each: true })
  readonly components!: readonly ScholarshipComponentItem[];

  @RupiahAnswer({ description: 'Approved for this year' })
  readonly amountIdr!: number;

  @NestedAnswer(() => YearRefusal, { nullable: true })
  readonly refusal!: YearRefusal | null;

  @UuidAnswer({ nullable: true })
  readonly payoutId!: string | null;

  @DayAnswer({ nullable: true })
  readonly paidOn!: LocalDate | null;
}

/** One event in the story of a scholarship. */
export class ScholarshipTimelineItem extends TimelineItem {
  @NumberAnswer({ nullable: true, description: 'The school year it is about' })
  readonly year!: number | null;
}

/** Everything the read model knows of one scholarship. */
export class ScholarshipDetail extends ScholarshipSummary {
  @NumberAnswer({ description: 'Send it as If-Match: "<revision>"' })
  readonly revision!: number;

  @DayAnswer({ description: 'Of the death or of the total disability' })
  readonly eventDate!: LocalDate;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'School years ahead on the day of the event, by level',
  })
  readonly remainingYears!: Readonly<Record<Level, number>>;

  @NestedAnswer(() => ScholarshipComponentItem, { each: true })
  readonly projected!: readonly ScholarshipComponentItem[];

  @TextAnswer()
  readonly ruleSetVersion!: string;

  @CodeAnswer(END_REASONS, { nullable: true })
  readonly endReason!: EndReason | null;

  @DayAnswer({ nullable: true })
  readonly endedOn!: LocalDate | null;

  @NestedAnswer(() => ScholarshipYearItem, { each: true })
  readonly years!: readonly ScholarshipYearItem[];

  @NestedAnswer(() => ScholarshipTimelineItem, { each: true })
  readonly timeline!: readonly ScholarshipTimelineItem[];
}
