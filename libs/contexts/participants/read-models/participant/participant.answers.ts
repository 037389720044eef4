import type { LocalDate, Period } from '#kernel';
import { COVERAGE_STATUSES, type CoverageStatus, SEGMENTS, type Segment } from '#law';
import {
  CodeAnswer,
  DayAnswer,
  MonthAnswer,
  NestedAnswer,
  NumberAnswer,
  PageOf,
  RupiahAnswer,
  TextAnswer,
  UuidAnswer,
} from '#http';

/** One participant in a list. Personal fields are null once the person was erased. */
export class ParticipantSummary {
  @UuidAnswer() readonly participantId!: string;

  @TextAnswer({ nullable: true }) readonly name!: string | null;

  @TextAnswer({ nullable: true, example: '0000**********01' })
  readonly nikMasked!: string | null;

  @CodeAnswer(SEGMENTS) readonly segment!: Segment;

  @TextAnswer() readonly district!: string;

  @DayAnswer() readonly registeredOn!: LocalDate;

  @CodeAnswer(COVERAGE_STATUSES, { description: 'Cover on the day of the question' })
  readonly coverage!: CoverageStatus;

  @MonthAnswer({ nullable: true, example: '2026-10' })
  readonly paidThrough!: Period | null;

  @DayAnswer({ nullable: true }) readonly diedOn!: LocalDate | null;
}

export class ParticipantPage extends PageOf(ParticipantSummary) {}

export class ContributionItem {
  @MonthAnswer({ example: '2026-10' }) readonly period!: Period;

  @NumberAnswer() readonly months!: number;

  @RupiahAnswer() readonly amountIdr!: number;

  @TextAnswer() readonly payer!: string;

  @DayAnswer() readonly paidOn!: LocalDate;

  @TextAnswer() readonly receipt!: string;
}

export class ChildItem {
  @UuidAnswer() readonly childId!: string;

  @TextAnswer({ nullable: true }) readonly name!: string | null;

  @DayAnswer({ nullable: true }) readonly birthDate!: LocalDate | null;

  @TextAnswer({ nullable: true }) readonly schoolLevel!: string | null;

  @NumberAnswer({ nullable: true }) readonly yearInLevel!: number | null;
}

export class HeirItem {
  @UuidAnswer() readonly heirId!: string;

  @TextAnswer() readonly relation!: string;

  @TextAnswer({ nullable: true }) readonly name!: string | null;
}

/** Everything the read model knows of one participant. */
export class ParticipantDetail extends ParticipantSummary {
  @NumberAnswer({ description: 'Send it as If-Match: "<revision>"' })
  readonly revision!: number;

  @NumberAnswer({ nullable: true, description: 'The same for a contribution; null before the first one' })
  readonly contributionsRevision!: number | null;

  @TextAnswer() readonly channel!: string;

  @TextAnswer() readonly payer!: string;

  @UuidAnswer({ nullable: true }) readonly sponsorId!: string | null;

  @UuidAnswer({ nullable: true }) readonly agreementId!: string | null;

  @TextAnswer() readonly sector!: string;

  @RupiahAnswer({ description: 'Base of the contribution band and wage basis of benefits' })
  readonly incomeBaseIdr!: number;

  @TextAnswer({ each: true }) readonly warnings!: readonly string[];

  @DayAnswer({ nullable: true }) readonly birthDate!: LocalDate | null;

  @TextAnswer({ nullable: true }) readonly sex!: string | null;

  @TextAnswer({ nullable: true }) readonly phone!: string | null;

  @TextAnswer({ nullable: true }) readonly occupation!: string | null;

  @TextAnswer({ nullable: true }) readonly workplace!: string | null;

  @NumberAnswer() readonly paidMonths!: number;

  @RupiahAnswer() readonly contributedIdr!: number;

  @NestedAnswer(() => ContributionItem, { each: true })
  readonly contributions!: readonly ContributionItem[];

  @NestedAnswer(() => ChildItem, { each: true }) readonly children!: readonly ChildItem[];

  @NestedAnswer(() => HeirItem, { each: true }) readonly heirs!: readonly HeirItem[];
}
