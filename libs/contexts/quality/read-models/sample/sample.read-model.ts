import type { BillingEvent } from '#contexts/billing/facts';
import type { ClaimEvent } from '#contexts/claims/facts';
import type { PayoutEvent } from '#contexts/payouts/facts';
import type {
  ScholarshipEvidenceSubmitted,
  ScholarshipGranted,
  ScholarshipYearApproved,
  ScholarshipYearDenied,
} from '#contexts/scholarships/facts';
import type { RecordedEvent } from '#event-store';
import { type Change, category, change, fold, foldBeside, newRow, put, readModel } from '#followers';
import { type EventOf, type Rupiah, ZERO_RUPIAH, periodOf, sumRupiah } from '#kernel';
import {
  type Row,
  day,
  index,
  integer,
  json,
  month,
  ordering,
  position,
  rupiah,
  table,
  text,
  uuid,
  yesNo,
} from '#postgres';
import type {
  DecisionKind,
  Deviation,
  FollowUp,
  OtherSubject,
  ReviewResult,
  SampleEvent,
  SamplingEvent,
  Stratum,
  SubjectKind,
} from '../../domain/sample.events.js';
import { drawnFrom } from '../../domain/sampling.js';

/** What is known of a claim or of another thing that is decided, and under ids of their own the decisions on it. */
export const decided = table(
  'decided',
  {
    /** Of the event that decided; of what waits for a decision its own. */
    id: uuid().key(),
    claimId: uuid().nullable(),
    /** What is decided, where it is not the claim itself. */
    subject: json<OtherSubject>().nullable(),
    participantId: uuid(),
    office: text(),
    /** What was found last grants something. */
    grants: yesNo(),
    /** A person said what is due, where the law was found to say something else or nothing. */
    determined: yesNo(),
    handIds: json<readonly string[]>(),
    /** From here on only of decisions. */
    kind: text<DecisionKind>().nullable(),
    amountIdr: rupiah().nullable(),
    rule: text().nullable(),
    againstEngine: yesNo(),
    deciderId: text().nullable(),
    decidedOn: day().nullable(),
    month: month().nullable(),
    position: position().nullable(),
  },
  { indexes: [index('decided_of_month', ['month', 'id'])] },
);

export type DecidedRow = Row<typeof decided>;

export const samples = table(
  'samples',
  {
    sampleId: uuid().key(),
    month: month(),
    claimId: uuid().nullable(),
    subject: json<OtherSubject>().nullable(),
    participantId: uuid(),
    decisionId: uuid(),
    decision: text<DecisionKind>(),
    stratum: text<Stratum>(),
    amountIdr: rupiah(),
    decidedOn: day(),
    office: text(),
    deciderId: text(),
    reviewerOffice: text().nullable(),
    reviewBy: day(),
    result: text<ReviewResult>().nullable(),
    side: text<Deviation>().nullable(),
    deviationIdr: rupiah().nullable(),
    reference: text().nullable(),
    reviewerId: text().nullable(),
    reviewedOn: day().nullable(),
    /** By when somebody says what follows; null where nothing does, or the claim is open again. */
    followUpBy: day().nullable(),
    followUp: text<FollowUp>().nullable(),
    followUpReference: text().nullable(),
    followedUpOn: day().nullable(),
    revision: integer(),
  },
  {
    indexes: [index('samples_by_month', ['month', 'sampleId']), index('samples_by_decision', ['decisionId'])],
  },
);

export type SampleRow = Row<typeof samples>;

export const months = table('months', {
  month: month().key(),
  seed: text(),
  seededOn: day(),
  /** Up to which commit position of the log decisions were looked at; null before the draw. */
  position: position().nullable(),
  /** What was drawn from; null before the draw. */
  subjects: json<readonly SubjectKind[]>().nullable(),
  decisions: integer().nullable(),
  drawn: integer().nullable(),
  doubled: yesNo(),
  drawnOn: day().nullable(),
  endedOn: day().nullable(),
});

/** Month by month. */
export const BY_MONTH = ordering(samples, ['month', 'sampleId']);
export const BY_DECISION = ordering(decided, ['id']);

/** Somebody has had a hand in it. */
const touched = (id: string, by: string | undefined, found: Partial<DecidedRow> = {}): Change =>
  fold(
    decided,
    id,
    (row) =>
      row && {
        ...row,
        ...found,
        handIds: by === undefined ? row.handIds : [...new Set([...row.handIds, by])],
      },
  );

interface Said {
  readonly kind: DecisionKind;
  readonly amountIdr: Rupiah;
  readonly deciderId: string;
  readonly rule?: string;
  /** Whatever was found before. */
  readonly isAgainst?: (claim: DecidedRow) => boolean;
}

/** Something that is not the claim itself may be decided from now on. */
const begun = (
  subject: OtherSubject,
  of: { readonly claimId?: string; readonly participantId: string; readonly by?: string },
): Change =>
  put(decided, {
    ...newRow(decided, { participantId: of.participantId }),
    id: subject.id,
    claimId: of.claimId ?? null,
    subject,
    // Where it is decided is known by who decides.
    office: '',
    grants: true,
    determined: false,
    againstEngine: false,
    handIds: of.by === undefined ? [] : [of.by],
  });

type Decided =
  | Extract<ClaimEvent, { type: 'ClaimApproved' | 'ClaimDenied' | 'DifferenceApproved' }>
  | Extract<BillingEvent, { type: 'InvoiceApproved' }>
  | ScholarshipYearApproved
  | ScholarshipYearDenied
  | Extract<PayoutEvent, { type: 'LateCompensationApproved' | 'LateCompensationDenied' }>;

/** A decision, with what was known of its thing by then; of a claim that was handed in before anybody knew it nothing is drawn. */
function decision(
  ofThing: string,
  { id, data, position: at, metadata }: RecordedEvent<Decided>,
  { kind, amountIdr, deciderId, rule = null as never, isAgainst = () => false }: Said,
): readonly Change[] {
  const { effectiveOn: decidedOn } = data;
  return [
    foldBeside(
      decided,
      id,
      ofThing,
      (_none, claim) =>
        claim && {
          ...claim,
          office: claim.subject ? metadata.actor.office : claim.office,
          id,
          kind,
          amountIdr,
          deciderId,
          rule,
          decidedOn,
          againstEngine: claim.determined || isAgainst(claim),
          month: periodOf(decidedOn),
          position: String(at),
        },
    ),
    touched(ofThing, deciderId),
  ];
}

/** What a difference comes to, whoever is to pay it. */
const differenceOf = ({
  differenceIdr,
  paidTooMuch = [],
}: EventOf<ClaimEvent, 'DifferenceApproved'>['data']): Rupiah =>
  sumRupiah([differenceIdr, ...paidTooMuch.map(({ amountIdr }) => amountIdr)]);

/** What was decided, what of it was drawn by which seed, and what other branches found. */
export const sampleReadModel = readModel({
  name: 'sample',
  version: 2,
  own: [category<SamplingEvent>('sampling'), category<SampleEvent>('sample')],
  also: [
    category<ClaimEvent>('claim'),
    category<BillingEvent>('billing'),
    category<
      ScholarshipGranted | ScholarshipEvidenceSubmitted | ScholarshipYearApproved | ScholarshipYearDenied
    >('scholarship'),
    category<PayoutEvent>('payout'),
  ],
  tables: { decided, samples, months },
  on: {
    ClaimSubmitted: ({ data }) => [
      put(decided, {
        ...newRow(decided, data),
        id: data.claimId,
        grants: false,
        determined: false,
        againstEngine: false,
        handIds: data.submitterId === undefined ? [] : [data.submitterId],
      }),
    ],
    ClaimTakenOver: ({ data }) => [touched(data.claimId, data.takerId)],
    HeirsEstablished: ({ data }) => [touched(data.claimId, data.establisherId)],
    BenefitCalculated: ({ data: { claimId, assessorId, totalIdr, refusal } }) => [
      touched(claimId, assessorId, { grants: refusal === undefined && totalIdr > 0, determined: false }),
    ],
    BenefitDetermined: ({ data }) => [
      touched(data.claimId, data.assessorId, { grants: true, determined: true }),
    ],
    BenefitReassessed: ({ data }) => [
      touched(data.claimId, data.assessorId, { determined: data.determinedBy !== undefined }),
    ],
    DenialProposed: ({ data }) => [touched(data.claimId, data.proposerId)],
    ApprovalEndorsed: ({ data }) => [touched(data.claimId, data.endorserId)],
    ClaimApproved: (event) =>
      decision(event.data.claimId, event, {
        kind: 'APPROVAL',
        amountIdr: event.data.totalIdr,
        deciderId: event.data.approverId,
        isAgainst: () => event.data.parts !== undefined,
      }),
    DifferenceApproved: (event) =>
      decision(event.data.claimId, event, {
        kind: 'APPROVAL',
        amountIdr: differenceOf(event.data),
        deciderId: event.data.approverId,
      }),
    // A denial for a reason of a person, of what the law was found to grant.
    ClaimDenied: (event) =>
      decision(event.data.claimId, event, {
        kind: 'DENIAL',
        amountIdr: ZERO_RUPIAH,
        deciderId: event.data.deciderId,
        rule: event.data.rule,
        isAgainst: ({ grants }) => grants && event.data.rule.startsWith('D-'),
      }),
    InvoiceSubmitted: ({ data: { invoiceId: id, accidentId, participantId, submitterId: by } }) => [
      begun({ kind: 'INVOICE', id, accidentId }, { participantId, by }),
    ],
    InvoiceVerified: ({ data }) => [touched(data.invoiceId, data.verifierId)],
    InvoiceEndorsed: ({ data }) => [touched(data.invoiceId, data.endorserId)],
    InvoiceApproved: (event) =>
      decision(event.data.invoiceId, event, {
        kind: 'APPROVAL',
        amountIdr: event.data.acceptedIdr,
        deciderId: event.data.approverId,
      }),
    ScholarshipGranted: ({ data: { scholarshipId: id, claimId, participantId } }) => [
      begun({ kind: 'SCHOLARSHIP', id }, { claimId, participantId }),
    ],
    ScholarshipEvidenceSubmitted: ({ data }) => [touched(data.scholarshipId, data.submittedBy)],
    ScholarshipYearApproved: (event) =>
      decision(event.data.scholarshipId, event, {
        kind: 'APPROVAL',
        amountIdr: event.data.amountIdr,
        deciderId: event.data.approverId,
      }),
    ScholarshipYearDenied: (event) =>
      decision(event.data.scholarshipId, event, {
        kind: 'DENIAL',
        amountIdr: ZERO_RUPIAH,
        deciderId: event.data.deciderId,
        rule: event.data.rule,
      }),
    // What is paid for a claim may come late.
    PayoutOrdered: ({ data: { payoutId: id, participantId, source } }) =>
      source.kind === 'CLAIM'
        ? [begun({ kind: 'COMPENSATION', id }, { claimId: source.id, participantId })]
        : [],
    PayoutInstructed: ({ data }) => [touched(data.payoutId, data.instructorId)],
    LateCompensationEndorsed: ({ data }) => [touched(data.payoutId, data.endorserId)],
    LateCompensationApproved: (event) =>
      decision(event.data.payoutId, event, {
        kind: 'APPROVAL',
        amountIdr: event.data.amountIdr,
        deciderId: event.data.approverId,
      }),
    // What a person denies the system had found to be owed.
    LateCompensationDenied: (event) =>
      decision(event.data.payoutId, event, {
        kind: 'DENIAL',
        amountIdr: ZERO_RUPIAH,
        deciderId: event.data.deciderId,
        rule: event.data.reason,
        isAgainst: () => true,
      }),
    SampleSeedRecorded: ({ data }) => [
      put(months, { ...newRow(months, data), seededOn: data.effectiveOn, doubled: false }),
    ],
    SampleDrawn: ({ data }) => [
      change(months, data.month, (row) => ({
        ...row,
        position: data.positionId,
        subjects: drawnFrom(data),
        decisions: data.decisions,
        drawn: data.drawn,
        doubled: data.isDoubled,
        drawnOn: data.effectiveOn,
      })),
    ],
    SamplingEnded: ({ data }) => [
      change(months, data.month, (row) => ({ ...row, endedOn: data.effectiveOn })),
    ],
    DecisionSampled: ({ data, revision }) => [
      put(samples, { ...newRow(samples, data), revision: Number(revision) }),
    ],
    SampleReviewed: ({ data, revision }) => [
      change(samples, data.sampleId, (row) => ({
        ...row,
        result: data.result,
        side: data.deviation?.side ?? null,
        deviationIdr: data.deviation?.amountIdr ?? null,
        reference: data.reference,
        reviewerId: data.reviewerId,
        reviewedOn: data.effectiveOn,
        followUpBy: data.followUpBy ?? null,
        revision: Number(revision),
      })),
    ],
    SampleFollowedUp: ({ data, revision }) => [
      change(samples, data.sampleId, (row) => ({
        ...row,
        followUp: data.how,
        followUpReference: data.reference,
        followedUpOn: data.effectiveOn,
        revision: Number(revision),
      })),
    ],
  },
});
