import { category, change, newRow, put, readModel } from '#followers';
import { day, index, json, ordering, rupiah as money, table, text, uuid } from '#postgres';
import type {
  NoWaiverReason,
  ReceivableEvent,
  ReceivableKind,
  WaiverReason,
} from '../../domain/receivable.events.js';
import type { Benefit, LateFact, ReviewEvent, ReviewOutcome } from '../../domain/review.events.js';

/** Whether a review waits for somebody. */
export const REVIEW_STATUSES = ['OPEN', 'CLOSED'] as const;

export type ReviewStatus = (typeof REVIEW_STATUSES)[number];

export const reviews = table(
  'reviews',
  {
    reviewId: uuid().key(),
    participantId: uuid(),
    benefitKind: text<Benefit['kind']>(),
    benefitId: uuid(),
    facts: json<readonly LateFact[]>(),
    status: text<ReviewStatus>(),
    openedOn: day(),
    outcome: text<ReviewOutcome>().nullable(),
    closerId: text().nullable(),
    closedOn: day().nullable(),
  },
  {
    indexes: [
      index('reviews_by_opening', ['openedOn', 'reviewId']),
      index('reviews_by_status', ['status', 'openedOn', 'reviewId']),
      index('reviews_by_benefit', ['benefitId', 'openedOn', 'reviewId']),
    ],
  },
);

/** Whether money is still owed. */
export const RECEIVABLE_STATUSES = ['OPEN', 'SETTLED', 'WAIVED'] as const;

export type ReceivableStatus = (typeof RECEIVABLE_STATUSES)[number];

/** What is owed since a benefit was looked at again. */
export const receivables = table(
  'receivables',
  {
    receivableId: uuid().key(),
    participantId: uuid(),
    reviewId: uuid(),
    benefitKind: text<Benefit['kind']>(),
    benefitId: uuid(),
    kind: text<ReceivableKind>(),
    employerId: uuid().nullable(),
    /** The heir who was paid; null where it is whoever claimed, or nobody said. */
    heirId: uuid().nullable(),
    amountIdr: money(),
    finderId: text(),
    status: text<ReceivableStatus>(),
    recordedOn: day(),
    closedOn: day().nullable(),
    bankReference: text().nullable(),
    waived: text<WaiverReason>().nullable(),
    /** Who gave it up as the first of two, while the second has not. */
    endorserId: text().nullable(),
    /** Why a second person did not give it up, the last time. */
    waiverRefused: text<NoWaiverReason>().nullable(),
  },
  {
    indexes: [
      index('receivables_by_day', ['recordedOn', 'receivableId']),
      index('receivables_by_status', ['status', 'recordedOn', 'receivableId']),
    ],
  },
);

export const BY_RECORDING = ordering(receivables, ['recordedOn', 'receivableId']);

/** The longest open first. */
export const BY_OPENING = ordering(reviews, ['openedOn', 'reviewId']);

/** What has to be looked at again because a fact was corrected late. */
export const reviewReadModel = readModel({
  name: 'review',
  version: 5,
  own: [category<ReviewEvent>('review'), category<ReceivableEvent>('receivable')],
  tables: { reviews, receivables },
  on: {
    BenefitListed: 'passed over',
    LateFactReviewOpened: ({ data }) => [
      put(reviews, {
        ...newRow(reviews, data),
        benefitKind: data.benefit.kind,
        benefitId: data.benefit.id,
        status: 'OPEN' as const,
        openedOn: data.effectiveOn,
      }),
    ],
    ReceivableRecorded: ({ data }) => [
      put(receivables, {
        ...newRow(receivables, data),
        benefitKind: data.benefit.kind,
        benefitId: data.benefit.id,
        status: 'OPEN' as const,
        recordedOn: data.effectiveOn,
      }),
    ],
    WaiverEndorsed: ({ data: { receivableId, endorserId } }) => [
      change(receivables, receivableId, (row) => ({ ...row, endorserId, waiverRefused: null })),
    ],
    WaiverRefused: ({ data: { receivableId, reason: waiverRefused } }) => [
      change(receivables, receivableId, (row) => ({ ...row, endorserId: null, waiverRefused })),
    ],
    ReceivableSettled: ({ data: { receivableId, bankReference, effectiveOn: closedOn } }) => [
      change(receivables, receivableId, (row) => ({
        ...row,
        status: 'SETTLED' as const,
        bankReference,
        closedOn,
      })),
    ],
    ReceivableWaived: ({ data: { receivableId, reason: waived, effectiveOn: closedOn } }) => [
      change(receivables, receivableId, (row) => ({ ...row, status: 'WAIVED' as const, waived, closedOn })),
    ],
    LateFactReviewClosed: ({ data: { reviewId, outcome, closerId, effectiveOn: closedOn } }) => [
      change(reviews, reviewId, (row) => ({
        ...row,
        status: 'CLOSED' as const,
        outcome,
        closerId,
        closedOn,
      })),
    ],
  },
});
