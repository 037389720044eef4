import { timelineTable } from '#followers';
import type { LocalDate, Rupiah } from '#kernel';
import { type Row, day, index, integer, json, ordering, rupiah, table, text, uuid } from '#postgres';
import type { ClaimStatus } from '../../domain/claim-status.js';
import type { Claimant, ClaimComponent, ClaimDenied, DocumentKind } from '../../domain/claim.events.js';

/** A document; its reference is null once the participant's key was destroyed. */
export interface StoredDocument {
  readonly kind: DocumentKind;
  readonly reference: string | null;
}

export interface StoredComponent extends ClaimComponent {
  /** Health data: tells of the disability. Null once the participant's key was destroyed. */
  readonly arithmetic: string | null;
}

export interface StoredPayout {
  readonly payoutId: string;
  readonly payee: string;
  readonly amountIdr: Rupiah;
  readonly status: 'ORDERED' | 'INSTRUCTED' | 'ACCEPTED' | 'SETTLED' | 'RETURNED';
  readonly settledOn: LocalDate | null;
}

/** An invoice that came after the approval: nothing pays it yet. */
export interface StoredLateInvoice {
  readonly facilityId: string;
  readonly invoiceNumber: string;
  readonly invoiceIdr: Rupiah;
  readonly notedOn: LocalDate;
}

export type StoredRefusal = Pick<ClaimDenied['data'], 'decision' | 'rule' | 'law' | 'article' | 'detail'>;

export const claims = table(
  'claims',
  {
    claimId: uuid().key(),
    programme: text(),
    participantId: uuid(),
    accidentId: uuid().nullable(),
    eventDate: day(),
    office: text(),
    claimant: text<Claimant>(),
    /** Null once the participant's key was destroyed. */
    claimantName: text().nullable(),
    status: text<ClaimStatus>(),
    submittedOn: day(),
    completedOn: day().nullable(),
    payBy: day().nullable(),
    missing: json<readonly DocumentKind[]>(),
    documents: json<readonly StoredDocument[]>(),
    assessorId: text().nullable(),
    deciderId: text().nullable(),
    decidedOn: day().nullable(),
    ruleSetVersion: text().nullable(),
    totalIdr: rupiah(),
    orderedIdr: rupiah(),
    paidIdr: rupiah(),
    /** Why the law refuses or waits; null when it grants. */
    refusal: json<StoredRefusal>().nullable(),
    entitledChildren: integer(),
    components: json<readonly StoredComponent[]>(),
    /** By payee and id. */
    payouts: json<readonly StoredPayout[]>(),
    lateInvoices: json<readonly StoredLateInvoice[]>(),
    revision: integer(),
  },
  {
    indexes: [
      index('claims_by_submission', ['submittedOn', 'claimId']),
      index('claims_by_urgency', [['payBy', '9999-12-31'], 'claimId']),
      index('claims_by_status', ['status', 'submittedOn', 'claimId']),
      index('claims_by_office', ['office', 'submittedOn', 'claimId']),
      index('claims_by_participant_id', ['participantId', 'submittedOn', 'claimId']),
      index('claims_by_accident_id', ['accidentId', 'submittedOn', 'claimId']),
    ],
  },
);

export type ClaimRow = Row<typeof claims>;

/** The oldest first. */
export const BY_SUBMISSION = ordering(claims, ['submittedOn', 'claimId']);

/** What must be paid first comes first; claims whose service clock has not started come last. */
export const BY_URGENCY = ordering(claims, [['payBy', '9999-12-31'], 'claimId']);

/** Which claim a payment is of. Payments of scholarships have no row. */
export const claimOfPayout = table('claimOfPayout', { payoutId: uuid().key(), claimId: uuid() });

/** Tells of claims, accidents and payouts. */
export const timeline = timelineTable();
