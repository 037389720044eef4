import { ApiProperty } from '@nestjs/swagger';
import { type LocalDate, daysBetween } from '#kernel';
import { PageOf, TimelineItem } from '#http';
import { CLAIM_STATUSES, CLOSED_STATUSES, type ClaimStatus } from '../../domain/claim-status.js';
import {
  CLAIMANTS,
  type Claimant,
  DOCUMENT_KINDS,
  type DocumentKind,
  PAYEES,
  type Payee,
} from '../../domain/claim.events.js';
import { PROGRAMME_CODES } from '../../programmes/index.js';
import type { ClaimRow } from './claim.tables.js';

/** One claim in the worklist: no personal data. */
export class ClaimSummary {
  @ApiProperty({ format: 'uuid' })
  readonly claimId!: string;

  @ApiProperty({ enum: PROGRAMME_CODES })
  readonly programme!: string;

  @ApiProperty({ enum: CLAIM_STATUSES })
  readonly status!: ClaimStatus;

  @ApiProperty({ format: 'uuid' })
  readonly participantId!: string;

  @ApiProperty({ type: String, nullable: true, format: 'uuid' })
  readonly accidentId!: string | null;

  @ApiProperty({
    type: String,
    format: 'date',
    description: 'Day of the accident or of the death; chooses the law',
  })
  readonly eventDate!: LocalDate;

  @ApiProperty()
  readonly office!: string;

  @ApiProperty({ type: String, format: 'date' })
  readonly submittedOn!: LocalDate;

  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date',
    description: 'Last day on which payment is in time',
  })
  readonly payBy!: LocalDate | null;

  @ApiProperty({ description: 'Not closed, and the last day for payment has passed' })
  readonly overdue!: boolean;

  @ApiProperty({ description: 'Days since it was submitted' })
  readonly ageDays!: number;

  @ApiProperty()
  readonly totalIdr!: number;

  @ApiProperty()
  readonly paidIdr!: number;
}

/** A row as the worklist shows it on a day. */
export function toSummary(row: ClaimRow, today: LocalDate): ClaimSummary {
  return {
    claimId: row.claimId,
    programme: row.programme,
    status: row.status,
    participantId: row.participantId,
    accidentId: row.accidentId,
    eventDate: row.eventDate,
    office: row.office,
    submittedOn: row.submittedOn,
    payBy: row.payBy,
    overdue: row.payBy !== null && row.payBy < today && !CLOSED_STATUSES.includes(row.status),
    ageDays: daysBetween(row.submittedOn, today),
    totalIdr: row.totalIdr,
    paidIdr: row.paidIdr,
  };
}

export class ClaimPage extends PageOf(ClaimSummary) {}

export class ComponentItem {
  @ApiProperty()
  readonly code!: string;

  @ApiProperty()
  readonly amountIdr!: number;

  @ApiProperty()
  readonly law!: string;

  @ApiProperty()
  readonly article!: string;

  @ApiProperty({ enum: PAYEES })
  readonly payee!: Payee;

  @ApiProperty({ type: String, nullable: true, example: '4% × 80 × 1,000,000 = 3,200,000' })
  readonly arithmetic!: string | null;
}

export class PayoutItem {
  @ApiProperty({ format: 'uuid' })
  readonly payoutId!: string;

  @ApiProperty()
  readonly payee!: string;

  @ApiProperty()
  readonly amountIdr!: number;

  @ApiProperty()
  readonly status!: string;

  @ApiProperty({ type: String, nullable: true, format: 'date' })
  readonly settledOn!: LocalDate | null;
}

export class RefusalItem {
  @ApiProperty({ example: 'REJECTED_INACTIVE' })
  readonly decision!: string;

  @ApiProperty({ description: 'Name of the rule that refused' })
  readonly rule!: string;

  @ApiProperty()
  readonly law!: string;

  @ApiProperty()
  readonly article!: string;

  @ApiProperty({ description: 'Plain words' })
  readonly detail!: string;
}

export class DocumentItem {
  @ApiProperty({ enum: DOCUMENT_KINDS })
  readonly kind!: DocumentKind;

  @ApiProperty({ type: String, nullable: true, description: 'Null when the person was erased' })
  readonly reference!: string | null;
}

/** An invoice for care that the approval does not contain. */
export class LateInvoiceItem {
  @ApiProperty({ format: 'uuid' })
  readonly facilityId!: string;

  @ApiProperty()
  readonly invoiceNumber!: string;

  @ApiProperty()
  readonly invoiceIdr!: number;

  @ApiProperty({ type: String, format: 'date' })
  readonly notedOn!: LocalDate;
}

/** One event in the story of the claim, its accident and its payouts. */
export class ClaimTimelineItem extends TimelineItem {
  @ApiProperty({ enum: ['claim', 'accident', 'payout'] })
  readonly of!: 'claim' | 'accident' | 'payout';
}

/** Everything the read model knows of one claim. */
export class ClaimDetail extends ClaimSummary {
  @ApiProperty({ description: 'Send it as If-Match: "<revision>"' })
  readonly revision!: number;

  @ApiProperty({ enum: CLAIMANTS })
  readonly claimant!: Claimant;

  @ApiProperty({ type: String, nullable: true })
  readonly claimantName!: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date' })
  readonly completedOn!: LocalDate | null;

  @ApiProperty({ type: String, nullable: true })
  readonly assessorId!: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly deciderId!: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date' })
  readonly decidedOn!: LocalDate | null;

  @ApiProperty({ type: String, nullable: true })
  readonly ruleSetVersion!: string | null;

  @ApiProperty()
  readonly orderedIdr!: number;

  @ApiProperty({ type: RefusalItem, nullable: true })
  readonly refusal!: RefusalItem | null;

  @ApiProperty({ description: 'Children who may get a scholarship through this claim' })
  readonly entitledChildren!: number;

  @ApiProperty({ enum: DOCUMENT_KINDS, isArray: true })
  readonly missing!: readonly DocumentKind[];

  @ApiProperty({ type: [DocumentItem] })
  readonly documents!: readonly DocumentItem[];

  @ApiProperty({ type: [ComponentItem] })
  readonly components!: readonly ComponentItem[];

  @ApiProperty({ type: [PayoutItem] })
  readonly payouts!: readonly PayoutItem[];

  @ApiProperty({
    type: [LateInvoiceItem],
    description: 'Invoices that came after the approval: nothing pays them yet, a person has to settle them',
  })
  readonly lateInvoices!: readonly LateInvoiceItem[];

  @ApiProperty({ type: [ClaimTimelineItem] })
  readonly timeline!: readonly ClaimTimelineItem[];
}
