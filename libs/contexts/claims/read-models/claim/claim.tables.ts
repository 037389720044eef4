import { sightTable, timelineTable } from '#followers';
import type { DelegationUsed } from '#kernel';
import {
  type Row,
  day,
  expression,
  index,
  integer,
  json,
  ordering,
  rupiah as money,
  table,
  text,
  uuid,
  yesNo,
} from '#postgres';
import type { PayoutStatus } from '#contexts/payouts/facts';
import type { ClaimStatus } from '../../domain/claim-status.js';
import type { WithdrawalReason } from '../../domain/claim-by-people.events.js';
import type { ClaimCancelReason } from '../../domain/claim.events.js';
import type { LawGave } from '../../domain/kept-calculation.js';
import type { HandsOnClaim } from '../../domain/hands-on-claim.js';
import type { Claimant, DocumentKind } from '../../domain/handed-in.events.js';
import type {
  ComponentChangeItem,
  DisputeItem,
  LateInvoiceItem,
  ObjectionItem,
  ReassessmentItem,
} from './after-decision.answers.js';
import type { DocumentItem, DoubtItem, ClaimHeirItem, NoteItem } from './claim.answers.js';
import type {
  ApprovedPartItem,
  ArrearsMonthItem,
  ComponentItem,
  DeductionItem,
  DenialProposalItem,
  OwedItem,
  PayoutItem,
  RefusalItem,
  SentBackItem,
} from './decision.answers.js';
import type { DeterminationItem, InterimItem, WaitItem, WaitingItem } from './left-to-people.answers.js';

/** A payment of the claim, as its own stream left it. */
export type Payment = PayoutItem & {
  readonly status: PayoutStatus;
};

/** A re-assessment, with what stands in the row once its difference is approved. */
type ReassessmentOfRow = ReassessmentItem & {
  readonly found?: Pick<
    ClaimRow,
    'ruleSetVersion' | 'totalIdr' | 'entitledChildren' | 'asked' | 'lawGave' | 'components'
  >;
};

/** An interim payment, with the event that approved it and the payments that follow from that. */
export type InterimOfRow = InterimItem & {
  readonly approvalId: string | null;
  readonly payments: readonly Pick<Payment, 'payoutId' | 'amountIdr' | 'status' | 'cameBackIdr'>[];
};

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
    /** Where the claimant is paid; of the number the last digits. Null once the participant's key was destroyed. */
    bank: text().nullable(),
    accountHolder: text().nullable(),
    accountMasked: text().nullable(),
    status: text<ClaimStatus>(),
    submittedOn: day(),
    completedOn: day().nullable(),
    payBy: day().nullable(),
    missing: json<readonly DocumentKind[]>(),
    /** A reference is null once the participant's key was destroyed. */
    documents: json<readonly DocumentItem[]>(),
    assessorId: text().nullable(),
    deciderId: text().nullable(),
    /** By which delegation of which office they decided; null where the office is theirs, or below theirs. */
    decidedByDelegation: json<DelegationUsed>().nullable(),
    decidedOn: day().nullable(),
    /** Why whoever claims took it back. */
    withdrawalReason: text<WithdrawalReason>().nullable(),
    /** A reason to deny it that a person found; null once that is decided or has ended. */
    denialProposal: json<DenialProposalItem>().nullable(),
    /** Who has had a hand in it: of them those are shown who have approved it, or the difference, where one person is not enough. */
    hands: json<HandsOnClaim>(),
    /** The last question of whoever was to decide; null once it is calculated again. */
    sentBack: json<SentBackItem>().nullable(),
    /** What was found that concerns it, the oldest first. */
    doubts: json<readonly DoubtItem[]>(),
    /** Who inherits, and who is paid how much of it; none while nobody has said so. */
    heirs: json<readonly ClaimHeirItem[]>(),
    heirsAreWanted: yesNo(),
    /** For whom it waits; null where it waits for nobody. */
    waiting: json<WaitingItem>().nullable(),
    /** For whom its payments wait while it waits for something else, or documents are missing; null where they do not. */
    paymentsStopped: json<WaitingItem>().nullable(),
    /** What was waited for before. */
    waits: json<readonly WaitItem[]>(),
    /** What a person said is due, in place of the calculation. */
    determination: json<DeterminationItem>().nullable(),
    notes: json<readonly NoteItem[]>(),
    waivedDocuments: json<readonly DocumentKind[]>(),
    /** How often it was opened again after it was closed. */
    timesReopened: integer(),
    /** Why it was given up. */
    cancelReason: text<ClaimCancelReason>().nullable(),
    ruleSetVersion: text().nullable(),
    totalIdr: money(),
    orderedIdr: money(),
    paidIdr: money(),
    /** Why the law refuses or waits; null when it grants. */
    refusal: json<RefusalItem>().nullable(),
    /** The months that a held claim waits for. */
    arrears: json<readonly ArrearsMonthItem[]>(),
    /** Arrears that are deducted from what the claimant is paid. */
    deduction: json<DeductionItem>().nullable(),
    /** What the employer of a wage earner owes itself. */
    owedByEmployer: json<readonly OwedItem[]>(),
    /** Until when they are asked for. */
    settleBy: day().nullable(),
    /** Since when the service clock stands still. */
    heldSince: day().nullable(),
    entitledChildren: integer(),
    /** Their arithmetic is health data: it tells of the disability. Null once the participant's key was destroyed. */
    components: json<readonly ComponentItem[]>(),
    /** What the law was asked: health data as well. Null before a calculation, and once the participant's key was destroyed. */
    asked: json<Readonly<Record<string, unknown>>>().nullable(),
    /** What it gave, also where something else is due; null where nothing was computed. */
    lawGave: json<LawGave>().nullable(),
    /** By payee and id. */
    payouts: json<readonly Payment[]>(),
    lateInvoices: json<readonly LateInvoiceItem[]>(),
    /** What was approved in part. */
    parts: json<readonly ApprovedPartItem[]>(),
    /** By the last re-assessment that had a ground. */
    changes: json<readonly ComponentChangeItem[]>(),
    /** The oldest first. */
    objections: json<readonly ObjectionItem[]>(),
    disputes: json<readonly DisputeItem[]>(),
    /** What was calculated before the end of the treatment, with the approval that pays it. */
    interims: json<readonly InterimOfRow[]>(),
    /** Under way after the approval; null when there is none. */
    reassessment: json<ReassessmentOfRow>().nullable(),
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
      index('claims_by_reassessment', [expression('(reassessment is not null)'), 'submittedOn', 'claimId']),
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

/** Which facility sees a claim (that it handed in) or an accident (of its patients, or that it gave notice of). */
export const sight = sightTable();

/** Tells of claims, accidents and payouts. */
export const timeline = timelineTable({
  /** By which delegation of which office somebody decided; null where the office was theirs, or below theirs. */
  delegation: json<DelegationUsed>().nullable(),
});
