import type { ClaimEvent } from '#contexts/claims/facts';
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
  ReviewResult,
  SampleEvent,
  SamplingEvent,
  Stratum,
} from '../../domain/sample.events.js';

/** What is known of a claim, and under ids of their own the decisions on it. */
export const decided = table(
  'decided',
  {
    /** Of the event that decided; of a claim that waits for a decision its own. */
    id: uuid().key(),
    claimId: uuid(),
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
    claimId: uuid(),
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
    revision: integer(),
  },
  {
    indexes: [index('samples_by_month', ['month', 'sampleId']), index('samples_by_decision', ['decisionId'])],
  },
);

export const months = table('months', {
  month: month().key(),
  seed: text(),
  seededOn: day(),
  /** Up to which commit position of the log decisions were looked at; null before the draw. */
  position: position().nullable(),
  decisions: integer().nullable(),
  drawn: integer().nullable(),
  doubled: yesNo(),
  drawnOn: day().nullable(),
  endedOn: day().nullable(),
});

/** Month by month. */
export const BY_MONTH = ordering(samples, ['month', 'sampleId']);
export const BY_DECISION = ordering(decided, ['id']);

/** Somebody has had a hand in a claim. */
const touched = (claimId: string, by: string | undefined, found: Partial<DecidedRow> = {}): Change =>
  fold(
    decided,
    claimId,
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

/** A decision on a claim, with what was known of it by then; of a claim that was handed in before anybody knew it nothing is drawn. */
function decision(
  {
    id,
    data,
    position: at,
  }: RecordedEvent<Extract<ClaimEvent, { type: 'ClaimApproved' | 'ClaimDenied' | 'DifferenceApproved' }>>,
  { kind, amountIdr, deciderId, rule = null as never, isAgainst = () => false }: Said,
): readonly Change[] {
  const { claimId, effectiveOn: decidedOn } = data;
  return [
    foldBeside(
      decided,
      id,
      claimId,
      (_none, claim) =>
        claim && {
          ...claim,
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
    touched(claimId, deciderId),
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
  version: 1,
  own: [category<SamplingEvent>('sampling'), category<SampleEvent>('sample')],
  also: [category<ClaimEvent>('claim')],
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
      decision(event, {
        kind: 'APPROVAL',
        amountIdr: event.data.totalIdr,
        deciderId: event.data.approverId,
        isAgainst: () => event.data.parts !== undefined,
      }),
    DifferenceApproved: (event) =>
      decision(event, {
        kind: 'APPROVAL',
        amountIdr: differenceOf(event.data),
        deciderId: event.data.approverId,
      }),
    // A denial for a reason of a person, of what the law was found to grant.
    ClaimDenied: (event) =>
      decision(event, {
        kind: 'DENIAL',
        amountIdr: ZERO_RUPIAH,
        deciderId: event.data.deciderId,
        rule: event.data.rule,
        isAgainst: ({ grants }) => grants && event.data.rule.startsWith('D-'),
      }),
    SampleSeedRecorded: ({ data }) => [
      put(months, { ...newRow(months, data), seededOn: data.effectiveOn, doubled: false }),
    ],
    SampleDrawn: ({ data }) => [
      change(months, data.month, (row) => ({
        ...row,
        position: data.positionId,
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
        revision: Number(revision),
      })),
    ],
  },
});
