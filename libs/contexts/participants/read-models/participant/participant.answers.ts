import { ApiProperty } from '@nestjs/swagger';
import type { LocalDate, Period } from '#kernel';
import { COVERAGE_STATUSES, type CoverageStatus, SEGMENTS, type Segment } from '#law';
import { PageOf } from '#http';

/** One participant in a list. Personal fields are null once the person was erased. */
export class ParticipantSummary {
  @ApiProperty({ format: 'uuid' })
  readonly participantId!: string;

  @ApiProperty({ type: String, nullable: true })
  readonly name!: string | null;

  @ApiProperty({ type: String, nullable: true, example: '0000**********01' })
  readonly nikMasked!: string | null;

  @ApiProperty({ enum: SEGMENTS })
  readonly segment!: Segment;

  @ApiProperty()
  readonly district!: string;

  @ApiProperty({ type: String, format: 'date' })
  readonly registeredOn!: LocalDate;

  @ApiProperty({ enum: COVERAGE_STATUSES, description: 'Cover on the day of the question' })
  readonly coverage!: CoverageStatus;

  @ApiProperty({ type: String, nullable: true, example: '2026-10' })
  readonly paidThrough!: Period | null;

  @ApiProperty({ type: String, nullable: true, format: 'date' })
  readonly diedOn!: LocalDate | null;
}

export class ParticipantPage extends PageOf(ParticipantSummary) {}

export class ContributionItem {
  @ApiProperty({ type: String, example: '2026-10' })
  readonly period!: Period;

  @ApiProperty()
  readonly months!: number;

  @ApiProperty()
  readonly amountIdr!: number;

  @ApiProperty()
  readonly payer!: string;

  @ApiProperty({ type: String, format: 'date' })
  readonly paidOn!: LocalDate;

  @ApiProperty()
  readonly receipt!: string;
}

export class ChildItem {
  @ApiProperty({ format: 'uuid' })
  readonly childId!: string;

  @ApiProperty({ type: String, nullable: true })
  readonly name!: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date' })
  readonly birthDate!: LocalDate | null;

  @ApiProperty({ type: String, nullable: true })
  readonly schoolLevel!: string | null;

  @ApiProperty({ type: Number, nullable: true })
  readonly yearInLevel!: number | null;
}

export class HeirItem {
  @ApiProperty({ format: 'uuid' })
  readonly heirId!: string;

  @ApiProperty()
  readonly relation!: string;

  @ApiProperty({ type: String, nullable: true })
  readonly name!: string | null;
}

/** Everything the read model knows of one participant. */
export class ParticipantDetail extends ParticipantSummary {
  @ApiProperty({ description: 'Send it as If-Match: "<revision>"' })
  readonly revision!: number;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'The same for a contribution; null before the first one',
  })
  readonly contributionsRevision!: number | null;

  @ApiProperty()
  readonly channel!: string;

  @ApiProperty()
  readonly payer!: string;

  @ApiProperty({ type: String, nullable: true, format: 'uuid' })
  readonly sponsorId!: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'uuid' })
  readonly agreementId!: string | null;

  @ApiProperty()
  readonly sector!: string;

  @ApiProperty({ description: 'Base of the contribution band and wage basis of benefits' })
  readonly incomeBaseIdr!: number;

  @ApiProperty({ type: [String] })
  readonly warnings!: readonly string[];

  @ApiProperty({ type: String, nullable: true, format: 'date' })
  readonly birthDate!: LocalDate | null;

  @ApiProperty({ type: String, nullable: true })
  readonly sex!: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly phone!: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly occupation!: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly workplace!: string | null;

  @ApiProperty()
  readonly paidMonths!: number;

  @ApiProperty()
  readonly contributedIdr!: number;

  @ApiProperty({ type: [ContributionItem] })
  readonly contributions!: readonly ContributionItem[];

  @ApiProperty({ type: [ChildItem] })
  readonly children!: readonly ChildItem[];

  @ApiProperty({ type: [HeirItem] })
  readonly heirs!: readonly HeirItem[];
}
