import type { LocalDate } from '#kernel';
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
  YesNoAnswer,
} from '#http';
import { PAYOUT_STATUSES, type PayoutStatus } from '../../domain/payout.js';

export const SOURCE_KINDS = ['CLAIM', 'SCHOLARSHIP_YEAR'] as const;

/** One payment in a list. */
export class PayoutSummary {
  @UuidAnswer()
  readonly payoutId!: string;

  @CodeAnswer(PAYOUT_STATUSES)
  readonly status!: PayoutStatus;

  @RupiahAnswer()
  readonly amountIdr!: number;

  @TextAnswer({ description: 'Who is paid' })
  readonly payee!: string;

  @UuidAnswer()
  readonly participantId!: string;

  @CodeAnswer(SOURCE_KINDS)
  readonly sourceKind!: (typeof SOURCE_KINDS)[number];

  @UuidAnswer({ description: 'The claim or the scholarship' })
  readonly sourceId!: string;

  @DayAnswer()
  readonly orderedOn!: LocalDate;

  @DayAnswer({ nullable: true, description: 'Last day for payment' })
  readonly payBy!: LocalDate | null;

  @YesNoAnswer({ description: 'Not settled, and the last day for payment has passed' })
  readonly overdue!: boolean;

  @DayAnswer({ nullable: true })
  readonly settledOn!: LocalDate | null;

  @NumberAnswer({ description: 'How often the bank sent the money back' })
  readonly returns!: number;
}

export class PayoutPage extends PageOf(PayoutSummary) {}

/** Where the bank is told to pay. Of a person it is personal data, and only finance reads it. */
export class AccountToPay {
  @TextAnswer()
  readonly bank!: string;

  @TextAnswer()
  readonly number!: string;

  @TextAnswer()
  readonly holder!: string;
}

/** A payment that the bank is still to be told of, in the list of finance. */
export class PayoutToInstruct extends PayoutSummary {
  @NestedAnswer(() => AccountToPay, {
    nullable: true,
    description: 'Null when the person was erased: it cannot be paid',
  })
  readonly account!: AccountToPay | null;
}

export class PayoutToInstructPage extends PageOf(PayoutToInstruct) {}

/** Everything the read model knows of one payment. */
export class PayoutDetail extends PayoutSummary {
  @NumberAnswer({ description: 'Send it as If-Match: "<revision>"' })
  readonly revision!: number;

  @UuidAnswer({ nullable: true })
  readonly facilityId!: string | null;

  @TextAnswer({ each: true })
  readonly componentCodes!: readonly string[];

  @TextAnswer({ nullable: true, description: 'Null for a PLKK before it is paid' })
  readonly bank!: string | null;

  @TextAnswer({ nullable: true, example: '****7890' })
  readonly accountMasked!: string | null;

  @NestedAnswer(() => AccountToPay, {
    nullable: true,
    description: 'For finance, as long as the bank is still to be told; otherwise null',
  })
  readonly account!: AccountToPay | null;

  @TextAnswer({ nullable: true })
  readonly instructionNumber!: string | null;

  @TextAnswer({ nullable: true })
  readonly bankReference!: string | null;

  @TextAnswer({ nullable: true, description: 'Why the money came back the last time' })
  readonly returnReason!: string | null;

  @NestedAnswer(() => TimelineItem, { each: true })
  readonly timeline!: readonly TimelineItem[];
}
