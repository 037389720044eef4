import { ApiProperty } from '@nestjs/swagger';
import type { LocalDate } from '#kernel';
import { PageOf, TimelineItem } from '#http';
import { PAYOUT_STATUSES, type PayoutStatus } from '../../domain/payout.js';

export const SOURCE_KINDS = ['CLAIM', 'SCHOLARSHIP_YEAR'] as const;

/** One payment in a list. */
export class PayoutSummary {
  @ApiProperty({ format: 'uuid' })
  readonly payoutId!: string;

  @ApiProperty({ enum: PAYOUT_STATUSES })
  readonly status!: PayoutStatus;

  @ApiProperty()
  readonly amountIdr!: number;

  @ApiProperty({ description: 'Who is paid' })
  readonly payee!: string;

  @ApiProperty({ format: 'uuid' })
  readonly participantId!: string;

  @ApiProperty({ enum: SOURCE_KINDS })
  readonly sourceKind!: (typeof SOURCE_KINDS)[number];

  @ApiProperty({ format: 'uuid', description: 'The claim or the scholarship' })
  readonly sourceId!: string;

  @ApiProperty({ type: String, format: 'date' })
  readonly orderedOn!: LocalDate;

  @ApiProperty({ type: String, nullable: true, format: 'date', description: 'Last day for payment' })
  readonly payBy!: LocalDate | null;

  @ApiProperty({ description: 'Not settled, and the last day for payment has passed' })
  readonly overdue!: boolean;

  @ApiProperty({ type: String, nullable: true, format: 'date' })
  readonly settledOn!: LocalDate | null;

  @ApiProperty({ description: 'How often the bank sent the money back' })
  readonly returns!: number;
}

export class PayoutPage extends PageOf(PayoutSummary) {}

/** Where the bank is told to pay. Of a person it is personal data, and only finance reads it. */
export class AccountToPay {
  @ApiProperty()
  readonly bank!: string;

  @ApiProperty()
  readonly number!: string;

  @ApiProperty()
  readonly holder!: string;
}

/** A payment that the bank is still to be told of, in the list of finance. */
export class PayoutToInstruct extends PayoutSummary {
  @ApiProperty({
    type: AccountToPay,
    nullable: true,
    description: 'Null when the person was erased: it cannot be paid',
  })
  readonly account!: AccountToPay | null;
}

export class PayoutToInstructPage extends PageOf(PayoutToInstruct) {}

/** Everything the read model knows of one payment. */
export class PayoutDetail extends PayoutSummary {
  @ApiProperty({ description: 'Send it as If-Match: "<revision>"' })
  readonly revision!: number;

  @ApiProperty({ type: String, nullable: true, format: 'uuid' })
  readonly facilityId!: string | null;

  @ApiProperty({ type: [String] })
  readonly componentCodes!: readonly string[];

  @ApiProperty({ type: String, nullable: true, description: 'Null for a PLKK before it is paid' })
  readonly bank!: string | null;

  @ApiProperty({ type: String, nullable: true, example: '****7890' })
  readonly accountMasked!: string | null;

  @ApiProperty({
    type: AccountToPay,
    nullable: true,
    description: 'For finance, as long as the bank is still to be told; otherwise null',
  })
  readonly account!: AccountToPay | null;

  @ApiProperty({ type: String, nullable: true })
  readonly instructionNumber!: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly bankReference!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Why the money came back the last time' })
  readonly returnReason!: string | null;

  @ApiProperty({ type: [TimelineItem] })
  readonly timeline!: readonly TimelineItem[];
}
